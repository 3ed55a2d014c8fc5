import * as fc from 'fast-check';
import { type Candidate, pickOffers } from '../../../src/team/routing/pick-offers.ts';

const now = Date.parse('2026-10-07T08:00:00+07:00');
const member = (memberId: string, more: Partial<Candidate> = {}): Candidate => ({
  memberId,
  awayUntil: undefined,
  removedAt: undefined,
  openTickets: 0,
  lastOfferedAt: undefined,
  isReachable: true,
  ...more,
});
const pick = (candidates: Candidate[], offeredBefore: string[] = []) =>
  pickOffers({
    candidates,
    offeredBefore: new Set(offeredBefore),
    offerSize: 3,
    maxOpenPerMember: 10,
    now,
  });

describe('offers', () => {
  it('go to three members, the least loaded first', () => {
    const team = [3, 0, 2, 1].map((openTickets, at) => member(`m${at}`, { openTickets }));
    expect(pick(team)).toEqual(['m1', 'm3', 'm2']);
  });

  it('go next to members without an offer so far', () => {
    const team = ['a', 'b', 'c', 'd', 'e'].map((id) => member(id));
    expect(pick(team, pick(team))).toEqual(['d', 'e']);
    expect(pick(team, ['a', 'b', 'c', 'd', 'e'])).toEqual([]);
  });

  it.each([
    ['away', { awayUntil: now + 1 }],
    ['removed', { removedAt: now - 1 }],
    ['holding ten', { openTickets: 10 }],
    ['holding more than ten', { openTickets: 12 }],
  ])('skip a member who is %s', (_what, more) => {
    expect(pick([member('a', more), member('b')])).toEqual(['b']);
  });

  it('reach a member who is back', () => {
    expect(pick([member('a', { awayUntil: now })])).toEqual(['a']);
  });

  it('go first to members they reach in Zalo, however loaded', () => {
    expect(pick([member('a', { isReachable: false }), member('b', { openTickets: 9 })])).toEqual(['b', 'a']);
  });

  it('rotate among equals', () => {
    const team = [member('a', { lastOfferedAt: 30 }), member('b', { lastOfferedAt: 10 }), member('c')];
    expect(pick(team)).toEqual(['c', 'b', 'a']);
  });

  it('neither depend on the order of the members nor change it', () => {
    const ids = fc.uniqueArray(fc.string({ minLength: 1 }), { maxLength: 8 });
    void fc.assert(
      fc.property(ids, fc.array(fc.nat(12), { minLength: 8, maxLength: 8 }), (names, loads) => {
        const team = names.map((id, at) => member(id, { openTickets: loads[at] as number }));
        const given = [...team];
        expect(pick(team)).toEqual(pick(team.toReversed()));
        expect(team).toEqual(given);
      }),
    );
  });
});
