import { loadWords } from '../../../src/i18n.ts';
import type { Area } from '../../../src/team/areas/area-tree.ts';
import type { StaffedTeam } from '../../../src/team/roster/team.ts';
import {
  escalationTarget,
  type RouteReason,
  type RouteRequest,
  routeTicket,
} from '../../../src/team/routing/route-ticket.ts';

const now = Date.parse('2026-10-07T08:00:00+07:00');
const area = (areaId: string, more: Partial<Area> = {}): Area => ({
  areaId,
  level: areaId,
  name: areaId,
  parentId: undefined,
  validFrom: undefined,
  validUntil: undefined,
  ...more,
});
const team = (teamId: string, more: Partial<StaffedTeam> = {}): StaffedTeam => ({
  teamId,
  areaId: teamId.split('-')[0] as string,
  name: teamId,
  topics: [],
  settings: {},
  mergedInto: undefined,
  closedAt: undefined,
  presentMembers: 1,
  ...more,
});
const path = [area('village'), area('cluster'), area('commune'), area('root')];
const all = [team('village'), team('cluster'), team('commune'), team('root')];

const route = (teams: StaffedTeam[], more: Partial<RouteRequest> = {}) =>
  routeTicket({ path, topic: 'land', teams, place: 'known', now, ...more });
const without = (...ids: string[]) => all.filter(({ teamId }) => !ids.includes(teamId));
const instead = (one: StaffedTeam) => [...without(one.areaId), one];

describe('a ticket', () => {
  it('goes to the team of its own village', () => {
    expect(route(all)).toEqual({ teamId: 'village', areaId: 'village', reason: 'nearest', passedOver: [] });
  });

  it.each([
    ['there is no team', without('village'), 'cluster', 'no-team'],
    ['the team is closed', instead(team('village', { closedAt: now - 1 })), 'cluster', 'no-team'],
    ['the team was merged', instead(team('village', { mergedInto: 'cluster' })), 'cluster', 'no-team'],
    ['no member is present', instead(team('village', { presentMembers: 0 })), 'cluster', 'nobody-present'],
    [
      'the team takes other topics',
      instead(team('village', { topics: ['vneid'] })),
      'cluster',
      'other-topic',
    ],
    ['two levels have none', without('village', 'cluster'), 'commune', 'no-team'],
    ['only the root team is left', without('village', 'cluster', 'commune'), 'root', 'no-team'],
  ])('goes up when %s, and says why', (_why, teams, teamId, reason) => {
    expect(route(teams)).toMatchObject({ teamId, areaId: teamId, reason });
  });

  it('lists every area it skipped', () => {
    const teams = [
      team('cluster', { presentMembers: 0 }),
      team('commune', { topics: ['vneid'] }),
      team('root'),
    ];
    expect(route(teams).passedOver).toEqual([
      { areaId: 'village', why: 'no-team' },
      { areaId: 'cluster', why: 'nobody-present' },
      { areaId: 'commune', why: 'other-topic' },
    ]);
  });

  it('skips a closed area, from the moment it ended', () => {
    const ended = (validUntil: number) => [area('village', { validUntil }), ...path.slice(1)];
    expect(route(all, { path: ended(now) })).toMatchObject({ teamId: 'cluster', reason: 'area-closed' });
    expect(route(all, { path: ended(now + 1) })).toMatchObject({ teamId: 'village' });
  });

  it('ends at the root team even when no member is present and it takes other topics', () => {
    const desk = team('root', { presentMembers: 0, topics: ['vneid'] });
    expect(route([desk])).toMatchObject({ teamId: 'root', areaId: 'root' });
  });

  it('prefers, among two teams of a place, the one that lists its topic', () => {
    const teams = [...all, team('village-land', { topics: ['land'] })];
    expect(route(teams).teamId).toBe('village-land');
    expect(route(teams, { topic: 'vneid' }).teamId).toBe('village');
  });

  it('goes to the other team of a place when no member of the first is present', () => {
    const teams = [...all, team('village-land', { topics: ['land'], presentMembers: 0 })];
    expect(route(teams)).toMatchObject({ teamId: 'village', reason: 'nearest' });
  });

  it('without a topic is not for a team with certain topics', () => {
    const teams = instead(team('village', { topics: ['land'] }));
    expect(route(teams, { topic: undefined })).toMatchObject({ teamId: 'cluster', reason: 'other-topic' });
  });

  it.each(['ambiguous', 'unknown'] as const)('with an %s place says so', (place) => {
    expect(route(all, { path: path.slice(1), place })).toMatchObject({
      teamId: 'cluster',
      reason: `${place}-place`,
    });
  });

  it('cannot be routed without a root team', () => {
    expect(() => route(without('root').map((one) => ({ ...one, presentMembers: 0 })))).toThrow('root');
    expect(() => route(all, { path: [] })).toThrow('to fall back on');
  });
});

describe('an escalation', () => {
  const escalate = (from: number, teams = all) =>
    escalationTarget({ path: path.slice(from), topic: 'land', teams, now });

  it('goes one level up', () => {
    expect(escalate(0)?.teamId).toBe('cluster');
    expect(escalate(1)?.teamId).toBe('commune');
    expect(escalate(2)?.teamId).toBe('root');
  });

  it('skips levels without a present member', () => {
    const teams = [team('village'), team('cluster', { presentMembers: 0 }), team('root')];
    expect(escalate(0, teams)).toMatchObject({ teamId: 'root', reason: 'nobody-present' });
  });

  it('ends at the root team', () => {
    expect(escalate(3)).toBeUndefined();
  });
});

describe('the reason of a route', () => {
  const reasons: Record<RouteReason, true> = {
    nearest: true,
    'no-team': true,
    'other-topic': true,
    'nobody-present': true,
    'area-closed': true,
    'ambiguous-place': true,
    'unknown-place': true,
  };

  it.each(['vi', 'en'] as const)('has a text: %s', (language) => {
    const t = loadWords().in(language);
    for (const reason of Object.keys(reasons)) expect(t(`operator:routing.${reason}`)).toMatch(/\p{L}{2}/u);
  });
});
