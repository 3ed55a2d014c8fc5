import { findMembers, findTeams } from '../../../src/member/chat/actions/find-people.ts';
import { readOfficeCommand } from '../../../src/member/chat/office-commands.ts';
import { createAreaTree } from '../../../src/team/areas/area-tree.ts';
import type { Member, Team } from '../../../src/team/roster/team.ts';

describe('a command about a ticket of others', () => {
  test.each([
    ['giao 412 cho Hoa', { kind: 'assign', number: 412, to: 'Hoa' }],
    ['giao việc 412 cho chị Hoa nhé', { kind: 'assign', number: 412, to: 'chị Hoa nhé' }],
    ['412 giao cho Hoa', { kind: 'assign', number: 412, to: 'Hoa' }],
    ['chuyển 412 về tổ Đồi Dùng', { kind: 'hand', number: 412, to: 'tổ Đồi Dùng' }],
    ['chuyen 412 cho Nga', { kind: 'hand', number: 412, to: 'Nga' }],
    ['bỏ 412 vì tin rác', { kind: 'dismiss', number: 412, why: 'tin rác' }],
    ['bỏ 412: nhắn thử', { kind: 'dismiss', number: 412, why: 'nhắn thử' }],
    ['trả lại 412 vì nhà xa quá', { kind: 'return', number: 412, why: 'nhà xa quá' }],
    ['gộp 412 vào 398', { kind: 'merge', number: 412, into: 398 }],
  ])('is read in %j', (text, command) => {
    expect(readOfficeCommand(text)).toEqual(command);
  });

  test.each(['giao 412', 'chuyển 412', 'bỏ 412', 'gộp 412 vào đâu', 'bác giao 412 cho ai', 'trả lại 412'])(
    'is not found in %j',
    (text) => {
      expect(readOfficeCommand(text)).toBeUndefined();
    },
  );
});

describe('a typed name', () => {
  const member = (memberId: string, name: string, removedAt?: number) =>
    ({ memberId, name, removedAt, memberships: [], awayUntil: undefined }) as Member;
  const members = [
    member('a', 'Chị Hoa (thử)'),
    member('b', 'Nguyễn Thị Hoa'),
    member('c', 'Trần Văn Nga'),
    member('d', 'Lê Nga', 1),
  ];
  const idsOf = (typed: string) => findMembers({ members }, typed).map(({ memberId }) => memberId);

  test('finds the member whose whole name it is before one whose name ends so', () => {
    expect(idsOf('Hoa')).toEqual(['a']);
    expect(idsOf('nguyen thi hoa nhé')).toEqual(['b']);
    expect(idsOf('anh Nga')).toEqual(['c']);
    expect(idsOf('Bình')).toEqual([]);
  });

  test('finds the team by its own name or by its area', () => {
    const tree = createAreaTree([
      {
        areaId: 'r',
        level: 'root',
        name: 'Gốc',
        parentId: undefined,
        validFrom: undefined,
        validUntil: undefined,
      },
      {
        areaId: 'v',
        level: 'village',
        name: 'Đồi Dùng',
        parentId: 'r',
        validFrom: undefined,
        validUntil: undefined,
      },
    ]);
    const team = (teamId: string, areaId: string, name: string, closedAt?: number) =>
      ({ teamId, areaId, name, closedAt, mergedInto: undefined, topics: [], settings: {} }) as Team;
    const teams = [team('t', 'v', 'Tổ một'), team('u', 'r', 'Bàn trực'), team('x', 'r', 'Tổ một', 1)];
    const found = (typed: string) => findTeams({ teams, tree }, typed).map(({ teamId }) => teamId);
    expect(found('tổ Đồi Dùng')).toEqual(['t']);
    expect(found('doi dung nhe')).toEqual(['t']);
    expect(found('bàn trực')).toEqual(['u']);
    expect(found('tổ hai')).toEqual([]);
  });
});
