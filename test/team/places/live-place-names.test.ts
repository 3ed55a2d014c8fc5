import type { Areas } from '../../../src/team/areas/area-schema.ts';
import type { Area } from '../../../src/team/areas/area-tree.ts';
import { createLivePlaceNames } from '../../../src/team/places/live-place-names.ts';

const areas: Areas = {
  ambiguous: [],
  elsewhere: [],
  everyday: [],
  units: {
    'xa-thu': {
      name: 'Xã Thử Nghiệm',
      kind: 'commune',
      villages: [{ name: 'Đồi Dùng', confidence: 'high' }],
    },
  },
};
const village: Area = {
  areaId: 'xa-thu.thanh-ha',
  level: 'village',
  name: 'Thanh Hà',
  parentId: 'xa-thu',
  validFrom: undefined,
  validUntil: undefined,
};
const options = { day: '2026-10-07' };

describe('the names of places', () => {
  it('have a village that was imported, from then on', () => {
    const names = createLivePlaceNames(areas);
    const find = () => names.find('Tôi ở thôn Thanh Hà', options);
    expect(find()).not.toMatchObject([{ kind: 'found' }]);
    names.learn([village]);
    expect(find()).toMatchObject([{ kind: 'found', village: { name: 'Thanh Hà' } }]);
    expect(names.find('tôi ở thôn Đồi Dùng', options)).toMatchObject([
      { kind: 'found', village: { name: 'Đồi Dùng' } },
    ]);
    names.learn([]);
    expect(find()).not.toMatchObject([{ kind: 'found' }]);
  });

  it.each<[string, Partial<Area>]>([
    ['one of a unit that the content does not know', { parentId: 'xa-khac' }],
    ['one that has ended', { validUntil: 1 }],
    ['an area that is no village', { level: 'cluster' }],
  ])('do not have %s', (_what, change) => {
    const names = createLivePlaceNames(areas);
    names.learn([{ ...village, ...change }]);
    expect(names.find('Tôi ở thôn Thanh Hà', options)).not.toMatchObject([{ kind: 'found' }]);
  });
});
