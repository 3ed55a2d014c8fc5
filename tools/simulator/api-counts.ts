/** Number of API calls by path and by Zalo's `error` number. */
export interface ApiCounts {
  count(path: string, code: number): void;
  read(): { calls: number; byCode: Record<string, number>; byPath: Record<string, number> };
  clear(): void;
}

export function createApiCounts(): ApiCounts {
  const byCode = new Map<string, number>();
  const byPath = new Map<string, number>();
  let calls = 0;
  const raise = (counts: Map<string, number>, key: string) => counts.set(key, (counts.get(key) ?? 0) + 1);
  return {
    count(path, code) {
      calls++;
      raise(byCode, String(code));
      raise(byPath, path);
    },
    read: () => ({ calls, byCode: Object.fromEntries(byCode), byPath: Object.fromEntries(byPath) }),
    clear() {
      calls = 0;
      byCode.clear();
      byPath.clear();
    },
  };
}
