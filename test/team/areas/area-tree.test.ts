import { type Area, createAreaTree } from '../../../src/team/areas/area-tree.ts';

const area = (areaId: string, parentId: string | undefined, name = areaId): Area => ({
  areaId,
  level: 'any',
  name,
  parentId,
  validFrom: undefined,
  validUntil: undefined,
});
const tree = createAreaTree([
  area('all', undefined, 'Toàn vùng'),
  area('new', 'all', 'Xã Mới'),
  area('other', 'all', 'Xã Khác'),
  area('old', 'new', 'Xã Cũ'),
  area('older', 'new', 'Xã Cũ Hơn'),
  area('old.upper', 'old', 'Trên'),
  area('old.lower', 'old', 'thôn Dưới'),
  area('older.upper', 'older', 'Trên'),
  area('other.upper', 'other', 'Trên'),
  area('older.dream', 'older', 'Bến Mộng'),
  area('old.thin', 'old', 'Bến Mỏng'),
]);

const idsOf = (areas: Area[]) => areas.map(({ areaId }) => areaId);

describe('the area tree', () => {
  it('leads from a village up to the root', () => {
    expect(idsOf(tree.pathOf('old.upper'))).toEqual(['old.upper', 'old', 'new', 'all']);
  });

  it('leads from nowhere to the root alone', () => {
    expect(idsOf(tree.pathOf(undefined))).toEqual(['all']);
    expect(idsOf(tree.pathOf('gone'))).toEqual(['all']);
  });

  it('lists the areas below an area', () => {
    expect(idsOf(tree.listBelow('old'))).toEqual(['old.upper', 'old.lower', 'old.thin']);
    expect(tree.listBelow('all')).toHaveLength(10);
    expect(tree.listBelow('old.upper')).toEqual([]);
  });

  it('ends when the areas form a cycle', () => {
    const circle = createAreaTree([area('a', 'b'), area('b', 'a'), area('root', undefined)]);
    expect(idsOf(circle.pathOf('a'))).toEqual(['a', 'b']);
  });

  it('is empty without areas', () => {
    const empty = createAreaTree([]);
    expect(empty.root).toBeUndefined();
    expect(empty.pathOf('a')).toEqual([]);
  });
});

describe('the area of a described place', () => {
  it.each([
    ['a former commune', ['old', 'new'], undefined, 'old'],
    ['a unit that is no area: the next one', ['between', 'new'], undefined, 'new'],
    ['nothing known: the root', ['elsewhere'], undefined, 'all'],
    ['a village', ['old', 'new'], 'Trên', 'old.upper'],
    ['a village without marks', ['old'], 'tren', 'old.upper'],
    ['a village with its kind', ['old'], 'thôn Trên', 'old.upper'],
    ['a village whose name includes its kind', ['old'], 'dưới', 'old.lower'],
    ['a village name that only its commune makes unambiguous', ['other'], 'tren', 'other.upper'],
    ['one of two names that differ in marks', ['new'], 'Bến Mộng', 'older.dream'],
    ['the other, in small letters', ['new'], 'xóm bến mỏng', 'old.thin'],
  ])('is found: %s', (_what, unitIds, village, areaId) => {
    expect(tree.locate({ unitIds, village })).toEqual({ areaId, candidates: [], isVillageUnknown: false });
  });

  it('is found by an alias', () => {
    const named = createAreaTree([
      area('all', undefined),
      { ...area('dry', 'all', 'Khô'), aliases: ['xóm Cạn', 'Ráo'] },
      area('wet', 'all', 'Ướt'),
    ]);
    for (const village of ['Cạn', 'thôn can', 'ráo', 'Khô']) {
      expect(named.locate({ unitIds: ['all'], village }).areaId).toBe('dry');
    }
  });

  it('differs for the same number of another kind of place', () => {
    const numbered = createAreaTree([
      area('all', undefined),
      area('third', 'all', 'Thôn 3'),
      area('fourth', 'all', '4'),
    ]);
    const areaOf = (village: string) => numbered.locate({ unitIds: ['all'], village }).areaId;
    expect(['3', 'thôn 3', 'thon 4'].map(areaOf)).toEqual(['third', 'third', 'fourth']);
    expect(['xóm 3', 'khu 3', 'xóm 4'].map(areaOf)).toEqual(['all', 'all', 'all']);
  });

  it('is that of the unit when no area has the name of the village', () => {
    expect(tree.locate({ unitIds: ['old', 'new'], village: 'Sao Hôm' })).toEqual({
      areaId: 'old',
      candidates: [],
      isVillageUnknown: true,
    });
  });

  it.each([
    ['in two parts of a commune', ['new'], 'Trên', 'new', ['old.upper', 'older.upper']],
    ['all over', [], 'tren', 'all', ['old.upper', 'older.upper', 'other.upper']],
    ['without the distinguishing marks', ['new'], 'ben mong', 'new', ['older.dream', 'old.thin']],
  ])(
    'is the common ancestor when several villages match: %s',
    (_what, unitIds, village, areaId, candidates) => {
      expect(tree.locate({ unitIds, village })).toEqual({ areaId, candidates, isVillageUnknown: false });
    },
  );
});
