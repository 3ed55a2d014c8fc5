import type { Database } from '../../src/database/database.ts';
import { listAreas, loadAreaTree, saveAreas } from '../../src/team/areas/area-store.ts';
import type { Area } from '../../src/team/areas/area-tree.ts';
import { findLink, linkMember, listLinks, pledge, revokeLink } from '../../src/team/roster/link-store.ts';
import {
  findMember,
  getMember,
  listMembers,
  removeMember,
  saveMembers,
  saveMemberships,
  setAway,
} from '../../src/team/roster/member-store.ts';
import { mergeTeams } from '../../src/team/roster/merge-teams.ts';
import type { Team } from '../../src/team/roster/team.ts';
import {
  ensureRootTeam,
  findTeam,
  listTeams,
  rootTeamId,
  saveTeams,
} from '../../src/team/roster/team-store.ts';
import { createTestDatabase } from '../helpers/test-database.ts';

const now = Date.parse('2026-10-07T08:00:00+07:00');
let database: Database;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.pool.query('truncate areas, teams, members, team_members, member_links cascade');
});

const area = (areaId: string, parentId?: string, more: Partial<Area> = {}): Area => ({
  areaId,
  level: parentId ? 'commune' : 'root',
  name: `Nơi ${areaId}`,
  parentId,
  validFrom: undefined,
  validUntil: undefined,
  ...more,
});
const team = (teamId: string, areaId: string, more: Partial<Team> = {}): Team => ({
  teamId,
  areaId,
  name: `Tổ ${teamId}`,
  topics: [],
  settings: {},
  mergedInto: undefined,
  closedAt: undefined,
  ...more,
});
const member = (memberId: string, phoneEncrypted?: string) =>
  saveMembers(database.db, [{ memberId, name: `Cô ${memberId}`, phoneEncrypted, createdAt: now }]);
const join = (memberId: string, teamId: string, role: 'member' | 'lead' = 'member') =>
  saveMemberships(database.db, [{ memberId, teamId, role }]);
const link = (memberId: string, oaId: string, personId: string, at = now) =>
  database.db.transaction().execute((trx) => linkMember(trx, { memberId, oaId, personId, now: at }));
const merge = (from: string, into: string) =>
  database.db.transaction().execute((trx) => mergeTeams(trx, { from, into }));

async function withTeams(): Promise<void> {
  await saveAreas(database.db, [area('all'), area('one', 'all')]);
  await saveTeams(database.db, [team('desk', 'all'), team('a', 'one'), team('b', 'one')]);
}

describe('areas', () => {
  it('are saved whole, children before parents', async () => {
    const areas = [area('a', 'b', { validFrom: 5, validUntil: now }), area('b')];
    await saveAreas(database.db, areas);
    expect(await listAreas(database.db)).toEqual(areas);
    expect((await loadAreaTree(database.db)).root?.areaId).toBe('b');
  });

  it('change when they are saved again', async () => {
    await saveAreas(database.db, [area('b')]);
    await saveAreas(database.db, [area('b', undefined, { name: 'Tên mới', validUntil: 9 })]);
    expect(await listAreas(database.db)).toMatchObject([{ areaId: 'b', name: 'Tên mới', validUntil: 9 }]);
  });

  it('need an existing parent', async () => {
    await expect(saveAreas(database.db, [area('a', 'nowhere')])).rejects.toThrow();
  });
});

describe('teams', () => {
  it('are saved whole and change when they are saved again', async () => {
    await withTeams();
    const changed = team('a', 'all', { topics: ['land'], settings: { firstAnswerHours: 2 } });
    await saveTeams(database.db, [changed]);
    expect(await findTeam(database.db, 'a')).toEqual(changed);
    expect((await listTeams(database.db)).map(({ teamId }) => teamId)).toEqual(['a', 'b', 'desk']);
    expect(await findTeam(database.db, 'z')).toBeUndefined();
  });

  it('include a root team, created once and only if there is none', async () => {
    await saveAreas(database.db, [area('all')]);
    await ensureRootTeam(database.db, { areaId: 'all', name: 'Bàn trực' });
    await ensureRootTeam(database.db, { areaId: 'all', name: 'Bàn khác' });
    expect(await listTeams(database.db)).toMatchObject([{ teamId: rootTeamId, name: 'Bàn trực' }]);
  });

  it('leave a root with a team unchanged', async () => {
    await withTeams();
    await ensureRootTeam(database.db, { areaId: 'all', name: 'Bàn trực' });
    expect(await findTeam(database.db, rootTeamId)).toBeUndefined();
  });
});

describe('merging teams', () => {
  beforeEach(async () => {
    await withTeams();
    for (const id of ['x', 'y']) await member(id);
    await join('x', 'a', 'lead');
    await join('y', 'a');
    await join('y', 'b', 'lead');
  });

  it('moves the members along and keeps the existing ones', async () => {
    await merge('a', 'b');
    expect(await findTeam(database.db, 'a')).toMatchObject({ mergedInto: 'b' });
    expect((await findMember(database.db, 'x'))?.memberships).toEqual([{ teamId: 'b', role: 'lead' }]);
    expect((await findMember(database.db, 'y'))?.memberships).toEqual([{ teamId: 'b', role: 'lead' }]);
  });

  it('redirects teams merged earlier to the newest', async () => {
    await merge('a', 'b');
    await merge('b', 'desk');
    expect(await findTeam(database.db, 'a')).toMatchObject({ mergedInto: 'desk' });
  });

  it.each([
    ['a team into itself', 'a', 'a', 'itself'],
    ['an unknown team', 'z', 'a', 'no team "z"'],
    ['into an unknown team', 'a', 'z', 'no team "z"'],
    ['the last root team', 'desk', 'a', 'last desk'],
  ])('refuses %s and changes nothing', async (_what, from, into, why) => {
    const before = await listTeams(database.db);
    await expect(merge(from, into)).rejects.toThrow(why);
    expect(await listTeams(database.db)).toEqual(before);
  });

  it('refuses a team that is merged already, in either role', async () => {
    await merge('a', 'b');
    await expect(merge('a', 'desk')).rejects.toThrow('already');
    await expect(merge('b', 'a')).rejects.toThrow('already');
  });
});

describe('members', () => {
  beforeEach(withTeams);

  it('are found with their teams and roles', async () => {
    await member('x');
    await join('x', 'a');
    await join('x', 'b', 'lead');
    await join('x', 'a', 'lead');
    expect(await getMember(database.db, 'x')).toEqual({
      memberId: 'x',
      name: 'Cô x',
      memberships: [
        { teamId: 'a', role: 'lead' },
        { teamId: 'b', role: 'lead' },
      ],
      awayUntil: undefined,
      removedAt: undefined,
    });
    expect(await listMembers(database.db)).toEqual([await getMember(database.db, 'x')]);
    await expect(getMember(database.db, 'z')).rejects.toThrow('no member z');
  });

  it('keep their phone when they are saved without one', async () => {
    await member('x', 'sealed');
    await member('x');
    const row = await database.db.selectFrom('members').select('phone_encrypted').executeTakeFirstOrThrow();
    expect(row.phone_encrypted).toBe('sealed');
  });

  it('go away and come back', async () => {
    await member('x');
    await setAway(database.db, { memberId: 'x', until: now + 1 });
    expect((await findMember(database.db, 'x'))?.awayUntil).toBe(now + 1);
    await setAway(database.db, { memberId: 'x', until: undefined });
    expect((await findMember(database.db, 'x'))?.awayUntil).toBeUndefined();
  });

  it('lose their links when they are removed, and are restored when they are saved again', async () => {
    await member('x');
    await link('x', 'oa', 'p');
    await removeMember(database.db, { memberId: 'x', now });
    expect((await findMember(database.db, 'x'))?.removedAt).toBe(now);
    expect(await findLink(database.db, { oaId: 'oa', personId: 'p' })).toBeUndefined();
    await member('x');
    expect((await findMember(database.db, 'x'))?.removedAt).toBeUndefined();
  });
});

describe('links', () => {
  beforeEach(async () => {
    await member('x');
    await member('y');
  });
  const person = { oaId: 'oa', personId: 'p' };

  it('identify the member of an account, per OA', async () => {
    expect(await link('x', 'oa', 'p')).toBe(true);
    expect(await findLink(database.db, person)).toEqual({
      memberId: 'x',
      ...person,
      linkedAt: now,
      pledgedAt: undefined,
    });
    expect(await findLink(database.db, { oaId: 'other', personId: 'p' })).toBeUndefined();
  });

  it('belong to one member', async () => {
    await link('x', 'oa', 'p');
    expect(await link('y', 'oa', 'p')).toBe(false);
    expect(await link('x', 'oa', 'p')).toBe(true);
    expect(await listLinks(database.db, 'x')).toHaveLength(1);
  });

  it('move to a new account', async () => {
    await link('x', 'oa', 'p');
    await link('x', 'oa', 'new phone', now + 1);
    await link('x', 'other', 'p', now + 2);
    expect((await listLinks(database.db, 'x')).map(({ personId }) => personId)).toEqual(['new phone', 'p']);
    expect(await link('y', 'oa', 'p')).toBe(true);
  });

  it('store the time of the first promise', async () => {
    await link('x', 'oa', 'p');
    await pledge(database.db, { ...person, now: now + 5 });
    await pledge(database.db, { ...person, now: now + 9 });
    expect((await findLink(database.db, person))?.pledgedAt).toBe(now + 5);
  });

  it('end', async () => {
    await link('x', 'oa', 'p');
    await revokeLink(database.db, { ...person, now });
    expect(await findLink(database.db, person)).toBeUndefined();
  });
});
