import { Client } from 'pg';

/** A text must come this often before it is prepared: otherwise every length of a list would be one more statement. */
const minUses = 5;
/** Maximum of prepared statements per connection. */
const maxPrepared = 150;
/** Longer texts carry many rows at once, and hardly ever come twice. */
const maxTextLength = 4_000;
const maxCounted = 500;

type AnyQuery = (...parameters: unknown[]) => unknown;

/**
 * The class of the embedded pools' clients. Prepares a repeated statement once per connection: the embedded engine
 * takes longer to parse and plan it than to run it.
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

/** @returns the name of the prepared statement; undefined for a rare one */
function createNames(): (text: string) => string | undefined {
  const counted = new Map<string, number>();
  const names = new Map<string, string>();
  return (text) => {
    const known = names.get(text);
    if (known !== undefined || names.size >= maxPrepared || text.length > maxTextLength) return known;
    const times = (counted.get(text) ?? 0) + 1;
    if (times < minUses) {
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
