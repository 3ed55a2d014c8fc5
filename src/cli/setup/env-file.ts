/**
 * Puts settings into the text of a `.env` file: in place of the line that is there, else at the end. Comments and other
 * settings stay.
 */
export function mergeSettings(text: string, values: Record<string, string>): string {
  const missing = new Map(Object.entries(values));
  const lines = text.split('\n').map((line) => {
    const name = /^\s*(?:export\s+)?([A-Z_]+)\s*=/.exec(line)?.[1];
    const value = name === undefined ? undefined : values[name];
    if (name === undefined || value === undefined) return line;
    missing.delete(name);
    return `${name}=${quoted(value)}`;
  });
  const added = [...missing].map(([name, value]) => `${name}=${quoted(value)}`);
  return [...lines, ...added, ''].join('\n').replace(/\n{2,}$/, '\n');
}

/** A `#` would begin a comment, and blanks at an end would be lost. */
function quoted(value: string): string {
  if (/^[\w:/.,+=@-]*$/.test(value)) return value;
  const quote = ["'", '"', '`'].find((one) => !value.includes(one)) ?? "'";
  return `${quote}${value}${quote}`;
}
