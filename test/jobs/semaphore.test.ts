import { createSemaphore } from '../../src/jobs/semaphore.ts';

/** Work that ends on demand, and the names of the work that has begun. */
function createWorkshop() {
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  return {
    begun,
    work: (name: string) => () => {
      begun.push(name);
      return new Promise<void>((resolve) => ends.set(name, resolve));
    },
    async end(name: string) {
      ends.get(name)?.();
      await new Promise(setImmediate);
    },
  };
}

describe('a semaphore', () => {
  it('admits as much work as it has places, the rest in order of arrival', async () => {
    const { begun, work, end } = createWorkshop();
    const { run } = createSemaphore(2);
    const all = ['a', 'b', 'c', 'd'].map((name) => run(work(name)));
    await new Promise(setImmediate);
    expect(begun).toEqual(['a', 'b']);
    await end('b');
    expect(begun).toEqual(['a', 'b', 'c']);
    await end('a');
    expect(begun).toEqual(['a', 'b', 'c', 'd']);
    await end('c');
    await end('d');
    await Promise.all(all);
  });

  it('frees a place while its holder waits, and takes one again before the holder continues', async () => {
    const { begun, work, end } = createWorkshop();
    const { run, yieldWhile } = createSemaphore(1);
    const first = run(async () => {
      await yieldWhile(work('a waits'));
      begun.push('a goes on');
    });
    const second = run(work('b'));
    await new Promise(setImmediate);
    expect(begun).toEqual(['a waits', 'b']);
    await end('a waits');
    expect(begun).toEqual(['a waits', 'b']);
    await end('b');
    expect(begun).toEqual(['a waits', 'b', 'a goes on']);
    await Promise.all([first, second]);
  });

  it('frees the place of failing work, running or waiting', async () => {
    const { run, yieldWhile } = createSemaphore(1);
    const fail = async () => {
      throw new Error('no');
    };
    await expect(run(fail)).rejects.toThrow('no');
    await expect(run(() => yieldWhile(fail))).rejects.toThrow('no');
    await expect(run(async () => 'yes')).resolves.toBe('yes');
  });
});
