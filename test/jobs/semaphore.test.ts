import { createSemaphore } from '../../src/jobs/semaphore.ts';

/** Work that ends when it is told to, and what has begun so far. */
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

describe('a turnstile', () => {
  it('lets so many in as there are places, the others in order of arrival', async () => {
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

  it('gives a place to others while its holder waits yieldWhile, and takes one again before it goes on', async () => {
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

  it('frees the place of work that fails, inside or yieldWhile', async () => {
    const { run, yieldWhile } = createSemaphore(1);
    const fail = async () => {
      throw new Error('no');
    };
    await expect(run(fail)).rejects.toThrow('no');
    await expect(run(() => yieldWhile(fail))).rejects.toThrow('no');
    await expect(run(async () => 'yes')).resolves.toBe('yes');
  });
});
