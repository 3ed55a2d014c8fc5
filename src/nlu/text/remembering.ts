/** The whole message, its clauses and its questions. */
const usualCount = 16;

/**
 * Remembers the results for the texts read last, because many readers ask about the same message.
 * @param read pure; its results are shared, so nobody may change them
 */
export function remembering<Result>(
  read: (text: string) => Result,
  count: number = usualCount,
): (text: string) => Result {
  const results = new Map<string, Result>();
  return (text) => {
    const known = results.get(text);
    if (known !== undefined) return known;
    const result = read(text);
    if (results.size >= count) results.clear();
    results.set(text, result);
    return result;
  };
}
