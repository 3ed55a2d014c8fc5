import { Client } from 'pg';

/** So often a text must come before it is prepared: lists of every length would be one each otherwise. */
const timesBefore = 5;
/** Prepared at most by one connection. */
const maxPrepared = 150;
/** Longer ones carry many rows at once, and hardly ever come twice. */
const longestText = 4_000;
const maxCounted = 500;

type AnyQuery = (...parameters: unknown[]) => unknown;

/**
 * The class of the embedded pools' clients: a statement that comes again and again is parsed and planned once for each
 * connection, which takes the embedded engine longer than running it.
 */
export class RepeatingClient extends Client {
  constructor(...parameters: ConstructorParameters<typeof Client>) {
    super(...parameters);
    const query = this.query.bind(this) as AnyQuery;
    const nameOf = createNames();
    this.query = ((statement: unknown, values: unknown, ...rest: unknown[]) => {
      const hasValues = Array.isArray(values) && values.length > 0;
      const name = typeof statement === 'string' && hasValues ? nameOf(statement) : undefined;
      if (name === undefined) return query(statement, values, ...rest);
      return query({ name, text: statement, values }, ...rest);
    }) as typeof this.query;
  }
}

/** @returns the name under which a statement is prepared; undefined for one that is rare */
function createNames(): (text: string) => string | undefined {
  const counted = new Map<string, number>();
  const names = new Map<string, string>();
  return (text) => {
    const known = names.get(text);
    if (known !== undefined || names.size >= maxPrepared || text.length > longestText) return known;
    const times = (counted.get(text) ?? 0) + 1;
    if (times < timesBefore) {
      if (counted.size >= maxCounted) counted.clear();
      counted.set(text, times);
      return undefined;
    }
    counted.delete(text);
    const name = `s${names.size}`;
    names.set(text, name);
    return name;
  };
}
