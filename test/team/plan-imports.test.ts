import { loadWords } from '../../src/i18n.ts';
import { type Area, createAreaTree } from '../../src/team/areas/area-tree.ts';
import { faultKinds, type ImportFault, noteKinds } from '../../src/team/import/import-plan.ts';
import { areaColumns, planAreaImport } from '../../src/team/import/plan-area-import.ts';
import { memberColumns, planMemberImport } from '../../src/team/import/plan-member-import.ts';
import { planTeamImport, teamColumns } from '../../src/team/import/plan-team-import.ts';
import { readCsv } from '../../src/team/import/read-csv.ts';
import { readTable } from '../../src/team/import/read-table.ts';
import type { Sheet } from '../../src/team/import/sheet.ts';
import type { Member, Team } from '../../src/team/roster/team.ts';

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
const areas = [area('all'), area('one', 'all'), area('one.a', 'one', { level: 'village' })];
const teams = [
  team('desk', 'all'),
  team('t1', 'one'),
  team('t2', 'one'),
  team('old', 'one', { mergedInto: 't1' }),
];
const members: Member[] = [
  {
    memberId: 'nguyen-thi-hoa',
    name: 'Nguyễn Thị Hoa',
    memberships: [{ teamId: 't1', role: 'member' }],
    awayUntil: undefined,
    removedAt: undefined,
  },
  {
    memberId: 'gone',
    name: 'Cô Vắng',
    memberships: [{ teamId: 't1', role: 'member' }],
    awayUntil: undefined,
    removedAt: 5,
  },
];

const csv = (text: string): Sheet => ({ ...readCsv(text), notes: [] });
const planAreas = (text: string) => planAreaImport(readTable(csv(text), areaColumns), areas);
const planTeams = (text: string) =>
  planTeamImport(readTable(csv(text), teamColumns), { areas, teams, topics: ['land', 'vneid'] });
const planMembers = (text: string) =>
  planMemberImport(readTable(csv(text), memberColumns), {
    members,
    teams,
    tree: createAreaTree(areas),
    phoneOf: (id) => (id === 'nguyen-thi-hoa' ? '0900000001' : undefined),
  });
const saying = (faults: ImportFault[]) => faults.map(({ line, kind }) => `${line} ${kind}`);
const day = (text: string) => Date.parse(`${text}T00:00:00+07:00`);

describe('the heading of a file', () => {
  it.each([
    ['an unknown column', 'area_id,level,name,colour\none,commune,x,red', '1 unknown-column'],
    ['a missing column', 'area_id,name\none,x', '1 missing-column'],
    ['a column twice', 'area_id,level,name,name\none,commune,x,y', '1 repeated-column'],
    ['nothing below it', 'area_id,level,name\n# mã nơi,cấp,tên', '0 empty-file'],
    ['nothing at all', '', '0 empty-file'],
  ])('is refused with %s', (_what, text, fault) => {
    const plan = planAreas(text);
    expect(saying(plan.faults)).toEqual([fault]);
    expect(plan.changes).toEqual([]);
  });

  it('may spell and order columns differently', () => {
    const plan = planAreas('Name;areaId;LEVEL;Parent ID\nXã Hai;two;commune;all');
    expect(plan.faults).toEqual([]);
    expect(plan.areas).toMatchObject([{ areaId: 'two', name: 'Xã Hai', parentId: 'all' }]);
  });
});

describe('a file of areas', () => {
  it('lists new, changed and unchanged areas', () => {
    const plan = planAreas(`area_id,level,name,parent_id,from,until
one,commune,Xã Một,all,2025-07-01,31/12/2026
one.a,village,Nơi one.a,one,,
one.b,village,Thôn B,one,,`);
    expect(plan.faults).toEqual([]);
    expect(plan.unchanged).toBe(1);
    expect(plan.changes).toEqual([
      {
        kind: 'changed',
        id: 'one',
        name: 'Xã Một',
        fields: [
          { column: 'name', before: 'Nơi one', after: 'Xã Một' },
          { column: 'from', before: '', after: '2025-07-01' },
          { column: 'until', before: '', after: '2026-12-31' },
        ],
      },
      {
        kind: 'added',
        id: 'one.b',
        name: 'Thôn B',
        fields: [
          { column: 'area_id', before: '', after: 'one.b' },
          { column: 'level', before: '', after: 'village' },
          { column: 'name', before: '', after: 'Thôn B' },
          { column: 'parent_id', before: '', after: 'one' },
        ],
      },
    ]);
    expect(plan.areas[0]).toMatchObject({ validFrom: day('2025-07-01'), validUntil: day('2027-01-01') });
  });

  it('keeps the values of missing columns', () => {
    const plan = planAreas('area_id,level,name\none.a,village,Thôn A');
    expect(plan.areas).toMatchObject([{ areaId: 'one.a', parentId: 'one', name: 'Thôn A' }]);
  });

  it('may name a parent that comes later', () => {
    const plan = planAreas('area_id,level,name,parent_id\ntwo.a,village,A,two\ntwo,commune,Hai,all');
    expect(plan.faults).toEqual([]);
  });

  it.each([
    ['an empty name', 'two,commune,,all,,', ['2 missing-value']],
    ['a bad id', 'Xã Hai,commune,Hai,all,,', ['2 bad-id']],
    ['an id twice', 'two,commune,Hai,all,,\ntwo,commune,Ba,all,,', ['3 repeated-id']],
    ['a bad day', 'two,commune,Hai,all,31/02/2026,', ['2 bad-date']],
    ['a day in words', 'two,commune,Hai,all,hôm qua,', ['2 bad-date']],
    ['days in the wrong order', 'two,commune,Hai,all,2026-02-01,2026-01-31', ['2 ends-before-it-begins']],
    ['an unknown parent', 'two,commune,Hai,nowhere,,', ['2 unknown-area']],
    ['a second root', 'two,root,Hai,,,', ['2 no-parent']],
    ['an area as its own parent', 'two,commune,Hai,two,,', ['2 circle']],
    ['a cycle', 'one,commune,Một,one.a,,', ['2 circle']],
    ['the root below another', 'all,root,Tất cả,one,,', ['2 level-of-root']],
    ['a root of another level', 'all,commune,Tất cả,,,', ['2 root-level']],
    ['a root that ends', 'all,root,Tất cả,,,2026-12-31', ['2 root-ends']],
    ['the level of the root', 'two,root,Hai,all,,', ['2 level-of-root']],
    ['too many cells', 'two,commune,Hai,all,,,x,y', ['2 too-many-cells']],
    ['a very long name', `two,commune,${'x'.repeat(200)},all,,`, ['2 too-long']],
    [
      'several faults',
      'Hai,commune,Hai,nowhere,,\nthree,,x,all,,',
      ['2 bad-id', '2 unknown-area', '3 missing-value'],
    ],
  ])('names the line of %s', (_what, rows, expected) => {
    const { faults } = planAreas(`area_id,level,name,parent_id,from,until\n${rows}`);
    expect(saying(faults).sort((a, b) => a.localeCompare(b))).toEqual(expected);
  });
});

describe('a file of teams', () => {
  it('lists new and changed teams', () => {
    const plan = planTeams(`team_id,area_id,name,topics,calendar,first_answer_hours,max_open_per_member
t1,one,Tổ t1,"land, vneid",office,"2,5",
t3,one.a,Tổ Ba,,,,5`);
    expect(plan.faults).toEqual([]);
    expect(plan.teams).toMatchObject([
      { teamId: 't1', topics: ['land', 'vneid'], settings: { calendar: 'office', firstAnswerHours: 2.5 } },
      { teamId: 't3', topics: [], settings: { maxOpenPerMember: 5 } },
    ]);
    expect(plan.changes).toMatchObject([
      {
        kind: 'changed',
        id: 't1',
        fields: [{ column: 'topics' }, { column: 'calendar' }, { column: 'first_answer_hours' }],
      },
      { kind: 'added', id: 't3' },
    ]);
  });

  it('clears empty cells and keeps the values of missing columns', () => {
    const before = [
      team('desk', 'all'),
      team('t1', 'one', { topics: ['land'], settings: { offerSize: 5, offerMinutes: 30 } }),
    ];
    const table = readTable(csv('team_id,area_id,name,offer_size\nt1,one,Tổ t1,'), teamColumns);
    const plan = planTeamImport(table, { areas, teams: before, topics: ['land'] });
    expect(plan.teams).toMatchObject([{ topics: ['land'], settings: { offerMinutes: 30 } }]);
    expect(plan.teams[0]?.settings).not.toHaveProperty('offerSize');
  });

  it.each([
    ['an unknown area', 't3,nowhere,Ba,,,', ['2 unknown-area']],
    ['an unknown topic', 't3,one,Ba,land xyz,,', ['2 unknown-topic']],
    ['an unknown calendar', 't3,one,Ba,,night,', ['2 bad-choice']],
    ['no number', 't3,one,Ba,,,ba', ['2 bad-whole-number']],
    ['a number of 0', 't3,one,Ba,,,0', ['2 bad-whole-number']],
    ['a fraction', 't3,one,Ba,,,2.5', ['2 bad-whole-number']],
    ['an id twice', 't3,one,Ba,,,\nt3,one,Bốn,,,', ['3 repeated-id']],
    ['a team that was merged', 'old,one,Cũ,,,', ['2 merged-team']],
    ["a move of the root's last team", 'desk,one,Bàn trực,,,', ['0 no-desk']],
  ])('names the line of %s', (_what, rows, expected) => {
    expect(saying(planTeams(`team_id,area_id,name,topics,calendar,offer_size\n${rows}`).faults)).toEqual(
      expected,
    );
  });
});

describe('a file of members', () => {
  it('identifies members by name when it has no id', () => {
    const plan = planMembers(
      'name,phone,team_id,role\nNguyễn Thị Hoa,,t1,lead\nTrần Văn Bình,0900 000 002,t2,',
    );
    expect(plan.faults).toEqual([]);
    expect(plan.members).toEqual([
      {
        memberId: 'nguyen-thi-hoa',
        name: 'Nguyễn Thị Hoa',
        phone: undefined,
        memberships: [{ teamId: 't1', role: 'lead' }],
      },
      {
        memberId: 'tran-van-binh',
        name: 'Trần Văn Bình',
        phone: '0900000002',
        memberships: [{ teamId: 't2', role: 'member' }],
      },
    ]);
    expect(plan.changes).toEqual([
      {
        kind: 'changed',
        id: 'nguyen-thi-hoa',
        name: 'Nguyễn Thị Hoa',
        fields: [{ column: 't1', before: 'member', after: 'lead' }],
      },
      {
        kind: 'added',
        id: 'tran-van-binh',
        name: 'Trần Văn Bình',
        fields: [
          { column: 'name', before: '', after: 'Trần Văn Bình' },
          { column: 'phone', before: '', after: '…002' },
          { column: 't2', before: '', after: 'member' },
        ],
      },
    ]);
  });

  it('adds a member with an id to several teams', () => {
    const plan = planMembers(
      'member_id,name,phone,team_id,role\nb,Bình,,t1,lead\nb,Bình,0900000002,t2,member',
    );
    expect(plan.faults).toEqual([]);
    expect(plan.members).toEqual([
      {
        memberId: 'b',
        name: 'Bình',
        phone: '0900000002',
        memberships: [
          { teamId: 't1', role: 'lead' },
          { teamId: 't2', role: 'member' },
        ],
      },
    ]);
  });

  it.each([
    ['0900.000.002', '0900000002'],
    ['+84 900 000 002', '0900000002'],
    ['84900000002', '0900000002'],
    ['900000002', '0900000002'],
    ['(024) 3333 4444', '02433334444'],
    ['842433334444', '02433334444'],
  ])('reads the phone %s', (written, phone) => {
    expect(planMembers(`name,phone,team_id\nBình,${written},t1`).members).toMatchObject([{ phone }]);
  });

  it('shows a new phone number by its ending, even when the ending stays the same', () => {
    const change = (phone: string) =>
      planMembers(`name,phone,team_id\nNguyễn Thị Hoa,${phone},t1`).changes.flatMap(({ fields }) => fields);
    expect(change('0900000002')).toEqual([{ column: 'phone', before: '…001', after: '…002*' }]);
    expect(change('0911111001')).toEqual([{ column: 'phone', before: '…001', after: '…001*' }]);
    expect(change('0900000001')).toEqual([]);
    expect(change('')).toEqual([]);
  });

  it('restores a removed member', () => {
    const plan = planMembers('member_id,name,team_id\ngone,Cô Vắng,t1');
    expect(plan.changes).toMatchObject([{ id: 'gone', fields: [{ column: 'removed' }] }]);
  });

  it.each([
    ['an unknown team', ',Bình,,nowhere,', ['2 unknown-team']],
    ['a team that was merged', ',Bình,,old,', ['2 merged-team']],
    ['a number that is no phone', ',Bình,0123456789,t1,', ['2 bad-phone']],
    ['an unknown role', ',Bình,,t1,boss', ['2 bad-choice']],
    ['a name without letters', ',???,,t1,', ['2 no-letters']],
    ['a name that is known in another team', ',Nguyễn Thị Hoa,,t2,', ['2 unclear-name']],
    ['a name twice without ids', ',Bình,,t1,\n,Bình,,t2,', ['3 same-name']],
    ['a name twice, one without an id', 'binh,Bình,,t1,\n,Bình,,t2,', ['3 same-name']],
    ['one id with two names', 'b,Bình,,t1,\nb,Bường,,t2,', ['3 other-name']],
    ['one id with two phones', 'b,Bình,0900000003,t1,\nb,Bình,0900000004,t2,', ['3 other-phone']],
    ['a member twice in a team', 'b,Bình,,t1,\nb,Bình,,t1,lead', ['3 repeated-member']],
  ])('names the line of %s', (_what, rows, expected) => {
    expect(saying(planMembers(`member_id,name,phone,team_id,role\n${rows}`).faults)).toEqual(expected);
  });

  it('never shows a phone number in a fault', () => {
    const { faults } = planMembers('member_id,name,phone,team_id\nb,Bình,09000000012345,t1');
    expect(JSON.stringify(faults)).not.toContain('0900');
  });
});

describe('every fault', () => {
  it.each(['vi', 'en'] as const)('has a text: %s', (language) => {
    const t = loadWords().in(language);
    for (const kind of [...faultKinds, ...noteKinds])
      expect(t(`operator:imports.faults.${kind}`)).toMatch(/\p{L}{2}/u);
  });
});
