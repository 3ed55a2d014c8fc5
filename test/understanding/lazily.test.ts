import { lazily } from '../../src/understanding/lazily.ts';

describe('an object with lazy fields', () => {
  it('computes each field on first read, and never again', () => {
    const computed: string[] = [];
    const lazy = lazily<{ a: number; b: undefined }>({
      a: () => computed.push('a'),
      b: () => {
        computed.push('b');
        return undefined;
      },
    });
    expect(computed).toEqual([]);
    expect([lazy.a, lazy.b, lazy.a, lazy.b]).toEqual([1, undefined, 1, undefined]);
    expect(computed).toEqual(['a', 'b']);
  });

  it('shows all its fields, also those that are not computed yet', () => {
    expect(Object.keys(lazily<{ a: number; b: number }>({ a: () => 1, b: () => 2 }))).toEqual(['a', 'b']);
  });

  it('computes a field again after a failure', () => {
    let tries = 0;
    const lazy = lazily<{ a: number }>({
      a: () => {
        tries += 1;
        if (tries === 1) throw new Error('failed');
        return tries;
      },
    });
    expect(() => lazy.a).toThrow('failed');
    expect(lazy.a).toBe(2);
  });
});
