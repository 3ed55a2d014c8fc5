import type { Database } from '../../src/database/database.ts';
import { hourMs, minuteMs } from '../../src/durations.ts';
import { removeMember, setAway } from '../../src/team/roster/member-store.ts';
import { mergeTeams } from '../../src/team/roster/merge-teams.ts';
import { signalTickets } from '../../src/ticket/store/signal-tickets.ts';
import { oaId } from '../helpers/actor-fixture.ts';
import { addMembers, createTicketWorld, staff, type TicketWorld } from '../helpers/ticket-world.ts';

const day = 24 * hourMs;
/** The Friday before the week of Tết. */
const beforeTet = Date.parse('2026-02-13T16:30:00+07:00');

/** A ticket always has an owner who can be reached, and its timeline says why. */
export function describeTicketOwners(name: string, open: () => Promise<Database>): void {
  describe(name, () => {
    let database: Database;
    let world: TicketWorld;

    beforeAll(async () => {
      database = await open();
    }, 60_000);
    afterAll(() => database?.close());
    beforeEach(async () => {
      world = await createTicketWorld(database);
    });

    /**
     * The owner of a ticket: a member who is still in an open team, or the team alone; or the ticket is closed with a
     * reason.
     */
    async function ownerOf(number: number): Promise<string> {
      const { status, team_id, assignee_id, reason } = await world.ticket(number);
      if (status === 'resolved') return `closed: ${reason}`;
      const roster = await world.service.roster();
      const team = roster.findTeam(team_id as string | null);
      const member = roster.findMember(assignee_id as string | null);
      expect(team).toMatchObject({ closedAt: undefined, mergedInto: undefined });
      if (member) expect(member.removedAt).toBeUndefined();
      return [team?.teamId, member?.memberId].filter(Boolean).join(': ');
    }

    const sendAway = async (...teams: string[]) => {
      for (const memberId of teams.flatMap((team) => staff[team]?.members ?? [])) {
        await setAway(database.db, { memberId, until: world.now() + 30 * day });
      }
    };

    it('one of fifty members who claim at the same instant wins; the others learn who has it', async () => {
      const members = Array.from({ length: 50 }, (_, at) => `m${at}`);
      await addMembers(
        database,
        members.map((memberId) => ({ memberId, teamId: 'to-thon', role: 'member' })),
      );
      const number = await world.open('lan');
      const results = await Promise.all(
        members.map((memberId) => world.service.claim({ number, by: { memberId } })),
      );
      const winners = members.filter((_, at) => results[at]?.kind === 'done');
      expect(winners).toHaveLength(1);
      const by = `Nguyễn Thử ${winners[0]?.toUpperCase()}`;
      const losers = results.filter(({ kind }) => kind !== 'done');
      expect(losers).toEqual(Array.from({ length: 49 }, () => ({ kind: 'taken', by, at: world.now() })));
      expect(await ownerOf(number)).toBe(`to-thon: ${winners[0]}`);
      expect((await world.timeline(number)).filter((line) => line.startsWith('claimed'))).toHaveLength(1);
      expect(await world.said('lan')).toHaveLength(1);
    });

    it('one of many members who answer at the same instant succeeds', async () => {
      const number = await world.open('lan');
      const { members } = staff['to-thon'] as { members: string[] };
      const results = await Promise.all(
        members.map((memberId) =>
          world.service.answer({ number, by: { memberId }, text: `Chào, ${memberId}` }),
        ),
      );
      expect(results.filter(({ kind }) => kind === 'done')).toHaveLength(1);
      expect((await world.said('lan')).filter((text) => text.includes('Chào, '))).toHaveLength(1);
    });

    it('a withdrawal wins over a claim at the same instant', async () => {
      const number = await world.open('lan');
      await Promise.all([
        world.service.claim({ number, by: { memberId: 'hoa' } }),
        world.turn('lan', (tickets) => tickets.withdraw(number)),
      ]);
      expect(await ownerOf(number)).toBe('closed: withdrawn');
    });

    it('due timers of one ticket run once when two processes run them together', async () => {
      const number = await world.open('lan');
      world.advance(20 * minuteMs);
      await Promise.all([world.service.runDue(), world.service.runDue()]);
      expect((await world.timeline(number)).filter((line) => line.startsWith('offered'))).toHaveLength(2);
    });

    it('an ambiguous place goes to the common parent area, with the reason', async () => {
      await database.db
        .updateTable('areas')
        .set({ name: 'Thôn Một' })
        .where('area_id', '=', 'thon-2')
        .execute();
      const number = await world.open('lan');
      expect(await ownerOf(number)).toBe('to-cum');
      expect((await world.timeline(number))[0]).toBe('opened (ambiguous-place) by resident');
    });

    it('a team without members is skipped, with the reason', async () => {
      await database.db.deleteFrom('team_members').where('team_id', '=', 'to-thon').execute();
      const number = await world.open('lan');
      expect(await ownerOf(number)).toBe('to-cum');
      expect((await world.timeline(number))[0]).toBe('opened (nobody-present) by resident');
    });

    it('with every member away the ticket lies with the root team, and an operator is notified', async () => {
      await sendAway('to-thon', 'to-cum', 'to-xa', 'ban-truc');
      const { number } = await world.turn('lan', async (tickets) => {
        const receipt = await tickets.open({ kind: 'question', home: { unitIds: ['cum'], village: 'Một' } });
        await tickets.dispatchAfterCommit();
        return receipt;
      });
      expect(await ownerOf(number)).toBe('ban-truc');
      expect(await world.timeline(number)).toEqual([
        'opened (nobody-present) by resident',
        'noted (at-the-top-nobody-there) by clock',
      ]);
      expect(world.alarms).toContain(`ticket-unclaimed ${number}: nobody-there`);
      await setAway(database.db, { memberId: 'tam', until: undefined });
      expect(await world.service.claim({ number, by: { memberId: 'tam' } })).toEqual({ kind: 'done' });
    });

    it('no deadline passes during the week of Tết, and afterwards the ticket escalates as usual', async () => {
      world = await createTicketWorld(database, beforeTet);
      const number = await world.open('lan', { home: { unitIds: ['xa'] } });
      expect(await ownerOf(number)).toBe('to-xa');
      const escalations = async () =>
        (await world.timeline(number)).filter((line) => line.startsWith('escalated'));
      await world.pass(9 * day, 6 * hourMs);
      expect(await escalations()).toEqual([]);
      await world.pass(2 * day, hourMs);
      expect((await escalations()).length).toBeGreaterThan(0);
      expect(await ownerOf(number)).toBe('ban-truc');
    });

    it("a removed member's tickets go to the team", async () => {
      const number = await world.open('lan');
      await world.service.claim({ number, by: { memberId: 'hoa' } });
      await removeMember(database.db, { memberId: 'hoa', now: world.now() });
      await world.service.reassignOrphanedTickets();
      expect(await ownerOf(number)).toBe('to-thon');
      expect(await world.timeline(number)).toContain('released (member-removed) by clock');
    });

    it("a merged team's tickets move with it, including assigned ones", async () => {
      const free = await world.open('lan');
      const assigned = await world.open('minh');
      await world.service.claim({ number: assigned, by: { memberId: 'hoa' } });
      await database.db.transaction().execute((trx) => mergeTeams(trx, { from: 'to-thon', into: 'to-cum' }));
      await world.service.reassignOrphanedTickets();
      for (const number of [free, assigned]) {
        expect(await ownerOf(number)).toBe('to-cum');
        expect(await world.timeline(number)).toContain('transferred (team-gone) by clock');
      }
      expect(await world.service.claim({ number: assigned, by: { memberId: 'hoa' } })).toEqual({
        kind: 'done',
      });
    });

    describe('a resident who blocks the account', () => {
      const block = async (phone?: string) => {
        const { number } = await world.turn(
          'lan',
          (tickets) => tickets.open({ kind: 'question', home: { unitIds: ['cum'], village: 'Một' } }),
          phone,
        );
        await world.service.claim({ number, by: { memberId: 'hoa' } });
        const person = { oaId, personId: 'lan' };
        await database.db
          .transaction()
          .execute((trx) => signalTickets(trx, { person, kind: 'unreachable', at: world.now() }));
        await world.service.runDue();
        return number;
      };

      it('is to be phoned when there is a number', async () => {
        const number = await block('sealed');
        expect(await ownerOf(number)).toBe('to-thon: hoa');
        expect(await world.ticket(number)).toMatchObject({ kind: 'call-back' });
        expect(await world.timeline(number)).toContain('noted (phone-task) by clock');
      });

      it('is closed as unreachable when there is none', async () => {
        const number = await block();
        expect(await ownerOf(number)).toBe('closed: unreachable');
        expect((await world.timeline(number)).at(-1)).toBe('unreachable (unreachable) by clock');
      });
    });
  });
}
