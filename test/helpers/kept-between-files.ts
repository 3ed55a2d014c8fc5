const global = globalThis as { keptBetweenFiles?: Map<string, unknown> };

/** What a name stands for in all test files that this process runs; made by the first one that asks. */
export function keptBetweenFiles<T>(name: string, make: () => T): T {
  global.keptBetweenFiles ??= new Map();
  const kept = global.keptBetweenFiles;
  if (!kept.has(name)) kept.set(name, make());
  return kept.get(name) as T;
}
