/** How each field of an object is computed. */
export type Computed<T extends object> = { readonly [Field in keyof T]: () => T[Field] };

/** An object whose fields are computed when they are first read, each at most once. */
export function lazily<T extends object>(compute: Computed<T>): Readonly<T> {
  const lazy = {} as T;
  for (const field of Object.keys(compute) as (keyof T)[]) {
    Object.defineProperty(lazy, field, {
      enumerable: true,
      configurable: true,
      get() {
        const value = compute[field]();
        Object.defineProperty(lazy, field, { enumerable: true, value });
        return value;
      },
    });
  }
  return lazy;
}
