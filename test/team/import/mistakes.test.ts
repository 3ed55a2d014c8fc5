import { loadWords } from '../../../src/i18n.ts';
import { type Area, createAreaTree } from '../../../src/team/areas/area-tree.ts';
import { describePlan } from '../../../src/team/import/describe-plan.ts';
import { areaColumns, planAreaImport } from '../../../src/team/import/plan-area-import.ts';
import { memberColumns, planMemberImport } from '../../../src/team/import/plan-member-import.ts';
import { planTeamImport, teamColumns } from '../../../src/team/import/plan-team-import.ts';
import { readSheet } from '../../../src/team/import/read-sheet.ts';
import { readTable } from '../../../src/team/import/read-table.ts';
import type { Member, Team } from '../../../src/team/roster/team.ts';
import { makeWorkbook, type WorkbookCell, zip } from '../../helpers/make-workbook.ts';

const t = loadWords().in('vi');

const area = (areaId: string, level: string, name: string, parentId?: string): Area => ({
  ...{ areaId, level, name, parentId, validFrom: undefined, validUntil: undefined },
});
const areas = [
  area('root', 'root', 'Nơi Thử'),
  area('xa-mot', 'commune', 'Xã Một', 'root'),
  area('xa-hai', 'commune', 'Xã Hai', 'root'),
  area('xa-cu', 'cluster', 'Xã Cũ', 'xa-mot'),
  area('xa-cu.dong', 'village', 'Đông', 'xa-cu'),
  area('xa-cu.dong-2', 'village', 'Đồng', 'xa-cu'),
  area('xa-hai.sen', 'village', 'Sen', 'xa-hai'),
];
const team = (teamId: string, areaId: string): Team => ({
  ...{ teamId, areaId, name: `Tổ ${teamId}`, topics: [], settings: {} },
  ...{ mergedInto: undefined, closedAt: undefined },
});
const teams = [team('ban-truc', 'root'), team('to-dong', 'xa-cu.dong'), team('to-sen', 'xa-hai.sen')];
const members: Member[] = [
  {
    ...{ memberId: 'ba-lan', name: 'Bà Lan', awayUntil: undefined, removedAt: undefined },
    memberships: [{ teamId: 'to-dong', role: 'lead' }],
  },
];

async function say(kind: 'areas' | 'teams' | 'members', file: Buffer): Promise<string[]> {
  const sheet = await readSheet(file);
  const tree = createAreaTree(areas);
  const phoneOf = (id: string) => (id === 'ba-lan' ? '0900000001' : undefined);
  const plans = {
    areas: () => planAreaImport(readTable(sheet, areaColumns), areas),
    teams: () => planTeamImport(readTable(sheet, teamColumns), { areas, teams, topics: ['vneid'] }),
    members: () => planMemberImport(readTable(sheet, memberColumns), { members, teams, tree, phoneOf }),
  };
  const { faults, notes, changes } = describePlan(plans[kind](), t);
  return [...notes.map((note) => `(${note})`), ...faults, ...changes.map(({ text }) => text)];
}

const memberHead = 'name,phone,team_id,role';
const people = (...rows: string[]) => Buffer.from([memberHead, ...rows].join('\n'));
const placed = (...rows: string[]) => Buffer.from(['name,commune,village', ...rows].join('\n'));
const sheetOf = (...rows: WorkbookCell[][]) => makeWorkbook({ rows: [memberHead.split(','), ...rows] });

/** "Nguyễn Thị Hoà,Đồng" as Windows-1258 has it: the tones are letters of their own. */
const windows1258 = Buffer.concat([
  Buffer.from(`${memberHead}\nNguy`, 'latin1'),
  Buffer.from([0xea, 0xde]),
  Buffer.from('n Thi', 'latin1'),
  Buffer.from([0xf2]),
  Buffer.from(' Hoa', 'latin1'),
  Buffer.from([0xcc]),
  Buffer.from(',,to-dong,\n', 'latin1'),
]);

describe('a mistake in a list is named with its line and what to do', () => {
  it.each<[string, 'areas' | 'teams' | 'members', Buffer, string]>([
    ['a missing column', 'members', Buffer.from('phone,team_id\n,to-dong'), 'Dòng 1: thiếu cột name; thêm'],
    ['no column that says where', 'members', Buffer.from('name\nAn'), 'Dòng 1: thiếu cột team_id'],
    ['an unknown column', 'members', Buffer.from('name,team_id,màu\nAn,to-dong,đỏ'), 'tên “màu”; các cột là'],
    ['an empty name', 'members', people(',,to-dong,'), 'Dòng 2: ô name còn trống; điền vào'],
    [
      'a name of 101 letters',
      'members',
      people(`${'a'.repeat(101)},,to-dong,`),
      'Dòng 2: ô name quá 100 chữ; viết',
    ],
    [
      'a row twice',
      'members',
      people('An,,to-dong,', 'An,,to-dong,'),
      'Dòng 3: giống hệt dòng 2; bỏ một dòng',
    ],
    [
      'a phone number twice',
      'members',
      people('An,0900000005,to-dong,', 'Ba,0900.000.005,to-dong,'),
      'Dòng 3: số điện thoại trùng dòng 2; mỗi người một số',
    ],
    [
      'the phone number of another member',
      'members',
      people('An,0900000001,to-dong,'),
      'Dòng 2: số điện thoại này đang là của Bà Lan (ba-lan); hỏi lại',
    ],
    [
      'a lost leading zero in a text',
      'members',
      people('An,900000005,to-dong,'),
      '(Dòng 2: số điện thoại …005 mất số 0',
    ],
    [
      'a lost leading zero in a number cell',
      'members',
      sheetOf(['An', 900000005, 'to-dong']),
      '(Dòng 2: số điện thoại …005 mất số 0',
    ],
    ['letters in a phone number', 'members', people('An,O900000005,to-dong,'), 'Dòng 2: ô phone có chữ lẫn'],
    ['a phone number too short', 'members', people('An,090000005,to-dong,'), 'Dòng 2: ô phone có 9 chữ số'],
    ['a phone number too long', 'members', people('An,090000000512,to-dong,'), 'ô phone có 12 chữ số'],
    ['an unknown village', 'members', placed('An,Xã Một,Lạ Hoắc'), 'Dòng 2: Xã Một không có thôn nào tên'],
    [
      'an unknown village of a team',
      'teams',
      Buffer.from('team_id,name,commune,village\nto-la,Tổ Lạ,Xã Một,Lạ Hoắc'),
      'Dòng 2: Xã Một không có thôn nào tên “Lạ Hoắc”; sửa tên, hoặc nhập thôn ấy trước',
    ],
    [
      'a village of another commune',
      'members',
      placed('An,xa mot,Sen'),
      'Dòng 2: “Sen” không ở Xã Một mà ở Xã Hai',
    ],
    [
      'the name of a former commune',
      'members',
      placed('An,Xã Cũ,Đông'),
      'Dòng 2: “Xã Cũ” là xã cũ, nay thuộc Xã Một',
    ],
    ['an unknown commune', 'members', placed('An,Xã Ba,'), 'tên “Xã Ba”; các xã là: Xã Một, Xã Hai'],
    [
      'villages alike without marks',
      'members',
      placed('An,Xã Một,dong'),
      'Dòng 2: “dong” có thể là nhiều thôn; viết đủ dấu, hoặc ghi mã thay cho tên: xa-cu.dong, xa-cu.dong-2',
    ],
    [
      'a new village alike another',
      'areas',
      Buffer.from('area_id,level,name,parent_id\nxa-hai.sen-2,village,Sên,xa-hai'),
      '(Dòng 2: “Sên” và “Sen” (xa-hai.sen) viết không dấu thì giống nhau',
    ],
    [
      'a village whose team is missing',
      'members',
      placed('An,Xã Một,Đồng'),
      'Dòng 2: Đồng (xa-cu.dong-2) chưa có tổ; nhập tổ trước',
    ],
    ['an unknown role', 'members', people('An,,to-dong,sếp'), 'Dòng 2: ô role là “sếp”; phải là một trong'],
    [
      'a second lead beside a stored one',
      'members',
      people('An,,to-dong,lead'),
      'Dòng 2: tổ “to-dong” đã có tổ trưởng là Bà Lan; muốn đổi thì',
    ],
    [
      'two leads in one file',
      'members',
      people('An,,to-sen,lead', 'Ba,,to-sen,lead'),
      'Dòng 3: tổ “to-sen” đã có tổ trưởng là An',
    ],
    [
      'a day that does not exist',
      'areas',
      Buffer.from('area_id,level,name,parent_id,from\nxa-ba,commune,Xã Ba,root,31/02/2026'),
      'Dòng 2: ô from là “31/02/2026”; ngày viết như',
    ],
    [
      'a formula in a workbook',
      'members',
      sheetOf([{ xml: '<f>"A"&amp;"n"</f><v>An</v>' }, '', 'to-dong']),
      'Dòng 2: A2 là công thức; chép ô ấy rồi dán chỉ giá trị',
    ],
    ['a formula in a text file', 'members', people('=A1,,to-dong,'), 'Dòng 2: =A1 là công thức'],
    [
      'an error of a calculation',
      'members',
      sheetOf(['An', '', { xml: '<v>#N/A</v>', type: 'e' }]),
      'Dòng 2: C2 là lỗi tính toán; gõ lại giá trị đúng',
    ],
    [
      'merged cells',
      'members',
      makeWorkbook({ rows: [memberHead.split(','), ['An', '', 'to-dong']], merged: ['C2:C3'] }),
      'Dòng 2: các ô C2:C3 bị gộp; bỏ gộp rồi điền đủ từng ô',
    ],
    [
      'over 10,000 rows',
      'members',
      people(...Array.from({ length: 10_001 }, (_one, at) => `An ${at},,to-dong,`)),
      'tệp có hơn 10000 dòng; chia ra thành nhiều tệp',
    ],
    ['an old workbook', 'members', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'lưu lại kiểu .xlsx'],
    ['a damaged workbook', 'members', Buffer.from('PK\u0003\u0004 xyz'), 'tệp Excel bị hỏng'],
    ['a zip that is no workbook', 'members', zip({ 'a.txt': 'a' }), 'tệp Excel bị hỏng'],
    [
      'another old encoding',
      'members',
      Buffer.from(`${memberHead}\nNguy\u00d4n B\u00b8,,to-dong,`, 'latin1'),
      'không đọc được dấu tiếng Việt',
    ],
    ['a file over 5 MB', 'members', Buffer.alloc(5_000_001, 'x'), 'tệp quá lớn (nhiều nhất 5 MB)'],
  ])('%s', async (_what, kind, file, expected) => {
    expect((await say(kind, file)).join('\n')).toContain(expected);
  });
});

describe('what is only written differently is read', () => {
  it.each<[string, Buffer, string[]]>([
    ['semicolons', Buffer.from(`${memberHead};\nAn;;to-dong;`.replaceAll(',', ';')), ['+ an  An']],
    [
      'Windows-1258, with a note',
      windows1258,
      [
        '(tệp viết bằng bảng mã cũ Windows-1258, đã đọc được; xem kỹ lại dấu trong các tên)',
        '+ nguyen-thi-hoa  Nguyễn Thị Hoà',
      ],
    ],
    [
      'decomposed letters',
      people('Nguyễn Thị Hoà,,to-dong,'.normalize('NFD')),
      ['+ nguyen-thi-hoa  Nguyễn Thị Hoà'],
    ],
    [
      'decomposed letters in a workbook',
      sheetOf(['Nguyễn Thị Hoà'.normalize('NFD'), '', 'to-dong']),
      ['+ nguyen-thi-hoa  Nguyễn Thị Hoà'],
    ],
    ['a place by its names', placed('An,xã một,thôn Đông'), ['+ an  An']],
    [
      'more than one sheet, with a note',
      makeWorkbook({ rows: [memberHead.split(','), ['An', '', 'to-dong']], others: ['Nháp'] }),
      ['(chỉ đọc trang tính đầu, “Danh sách”; các trang khác thì lưu thành tệp riêng)', '+ an  An'],
    ],
    [
      'a new lead, when the old one becomes a member in the same file',
      people('Bà Lan,,to-dong,member', 'An,,to-dong,lead'),
      ['~ ba-lan  Bà Lan: to-dong “lead” → “member”', '+ an  An'],
    ],
    [
      'a number that goes from one member to another in the same file',
      people('Bà Lan,0900000002,to-dong,lead', 'An,0900000001,to-dong,'),
      ['~ ba-lan  Bà Lan: phone “…001” → “…002*”', '+ an  An'],
    ],
  ])('%s', async (_what, file, expected) => {
    expect(await say('members', file)).toEqual(expected);
  });

  it('a day that a workbook keeps as a number', async () => {
    const rows: WorkbookCell[][] = [
      ['area_id', 'level', 'name', 'parent_id', 'from'],
      ['xa-mot', 'commune', 'Xã Một', 'root', { days: 45839 }],
    ];
    expect(await say('areas', makeWorkbook({ rows }))).toEqual(['~ xa-mot  Xã Một: from “” → “2025-07-01”']);
  });
});

describe('a workbook that unpacks to too much', () => {
  const bomb = Buffer.alloc(61_000_000, ' ');
  it.each([
    ['and says so', undefined, 'tệp quá lớn'],
    ['and says that it is small', 1000, 'tệp Excel bị hỏng'],
  ])('is refused before it is unpacked: %s', async (_what, claim, expected) => {
    const file = zip({ 'xl/worksheets/sheet1.xml': bomb }, claim);
    expect(file.length).toBeLessThan(100_000);
    expect((await say('members', file)).join()).toContain(expected);
  });

  it('and one with entities of its own is refused', async () => {
    const file = zip({
      'xl/workbook.xml': '<!DOCTYPE a [<!ENTITY b "bbbb">]><workbook>&b;</workbook>',
    });
    expect((await say('members', file)).join()).toContain('tệp Excel bị hỏng');
  });
});
