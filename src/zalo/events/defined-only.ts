type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined | null> };

/** Keeps the fields that have a value, for objects whose optional fields must be absent rather than undefined. */
export function definedOnly<T extends object>(fields: T): Defined<T> {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined && value !== null),
  ) as Defined<T>;
}
