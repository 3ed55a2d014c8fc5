import { join } from 'node:path';
import { readYamlFile } from '../../../src/content/yaml-file.ts';
import { localesFolder } from '../../../src/i18n.ts';
import { type Areas, areasFile } from '../../../src/team/areas/area-schema.ts';
import { type Area, createAreaTree } from '../../../src/team/areas/area-tree.ts';
import { areasOfUnits } from '../../../src/team/areas/areas-of-units.ts';

const day = '2026-10-07';
const units: Areas = areasFile.parse({
  ambiguous: [],
  units: {
    district: { name: 'Huyện Không Có', kind: 'district', until: '2025-06-30' },
    today: {
      name: 'Xã Nay',
      kind: 'commune',
      from: '2025-07-01',
      villages: [{ name: 'Ở Giữa', confidence: 'high' }],
    },
    between: { name: 'Xã Nửa Năm', kind: 'commune', until: '2025-06-30', becomes: 'today' },
    first: {
      name: 'Xã Đầu',
      kind: 'commune',
      until: '2024-12-31',
      becomes: 'between',
      parent: 'district',
      villages: [
        { name: 'Bến Mộng', confidence: 'high' },
        { name: 'Bến Mỏng', confidence: 'medium' },
        { name: 'Chưa Chắc', confidence: 'name-only' },
      ],
    },
    town: { name: 'Thị trấn Đầu', kind: 'town', until: '2025-06-30', becomes: 'today' },
    unchanged: { name: 'Xã Cũ Y Nguyên', kind: 'commune' },
    later: { name: 'Xã Năm Sau', kind: 'commune', from: '2027-01-01' },
    lost: { name: 'Xã Mất', kind: 'commune', until: '2020-01-01' },
  },
});
const areasOn = (on: string) => areasOfUnits(units, { rootName: 'Cả vùng', day: on });
const linesOf = (areas: ReturnType<typeof areasOn>) =>
  areas
    .map(({ areaId, level, parentId }) => `${level} ${areaId} < ${parentId ?? '-'}`)
    .sort((a, b) => a.localeCompare(b));

describe('the areas of the units of a day', () => {
  it('are communes under the root, their first parts as clusters, and confirmed villages', () => {
    expect(linesOf(areasOn(day))).toEqual([
      'cluster first < today',
      'cluster lost < root',
      'cluster town < today',
      'commune today < root',
      'commune unchanged < root',
      'root root < -',
      'village first.ben-mong < first',
      'village first.ben-mong-2 < first',
      'village today.o-giua < today',
    ]);
  });

  it('have the days of the units, except clusters, whose teams still work', () => {
    const { find } = createAreaTree(areasOn(day));
    expect(find('today')?.validFrom).toBe(Date.parse('2025-07-01T00:00:00+07:00'));
    expect(find('first')).toMatchObject({ validFrom: undefined, validUntil: undefined });
  });

  it('follow the next merger: an ended unit is closed under its successor', () => {
    const merged = areasFile.parse({
      ...units,
      units: {
        ...units.units,
        today: { ...units.units.today, until: '2026-12-31', becomes: 'later' },
      },
    });
    const areas = areasOfUnits(merged, {
      rootName: 'Cả vùng',
      day: '2027-01-01',
      existing: areasOn(day),
    });
    const tree = createAreaTree(areas);
    expect(tree.pathOf('first').map(({ areaId }) => areaId)).toEqual(['first', 'later', 'root']);
    expect(tree.pathOf('today').map(({ areaId }) => areaId)).toEqual(['today', 'later', 'root']);
    expect(tree.find('today')?.validUntil).toBe(Date.parse('2027-01-01T00:00:00+07:00'));
    expect(tree.find('today.o-giua')?.parentId).toBe('today');
  });

  it('keep the existing root', () => {
    const [root] = areasOfUnits(units, { rootName: 'Văn phòng', day });
    const office = { ...(root as Area), areaId: 'office' };
    const areas = areasOfUnits(units, { rootName: 'Cả vùng', day, existing: [office] });
    expect(areas[0]).toEqual(office);
    expect(areas.find(({ areaId }) => areaId === 'today')?.parentId).toBe('office');
  });
});

describe('the areas of this installation', () => {
  const { value } = readYamlFile(join(localesFolder, 'vi', 'areas.yaml'), areasFile);
  const tree = createAreaTree(areasOfUnits(value, { rootName: 'Cả vùng', day }));
  const ofLevel = (level: string) => tree.areas.filter((area) => area.level === level);

  it('are four communes and their 22 former ones', () => {
    expect(ofLevel('commune')).toHaveLength(4);
    expect(ofLevel('cluster')).toHaveLength(22);
    expect(ofLevel('cluster').map(({ parentId }) => tree.find(parentId ?? '')?.level)).toEqual(
      Array.from({ length: 22 }, () => 'commune'),
    );
  });

  it('include every confirmed village once, with a unique id', () => {
    const confirmed = Object.values(value.units)
      .flatMap(({ villages = [] }) => villages)
      .filter(({ confidence }) => confidence !== 'name-only');
    expect(ofLevel('village')).toHaveLength(confirmed.length);
    expect(new Set(tree.areas.map(({ areaId }) => areaId)).size).toBe(tree.areas.length);
  });
});
