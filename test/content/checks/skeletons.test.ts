import { createToSkeleton, shareOfSkeletons } from '../../../src/content/checks/skeletons.ts';
import { readSample } from '../../intents/checks/sample-content.ts';

const toSkeleton = createToSkeleton(readSample());

describe('skeletons of examples', () => {
  it.each([
    ['ở xã Mưa Ngâu mượn xe', 'o <place> <procedure>'],
    ['ở mua ngau muon xe', 'o <place> <procedure>'],
    ['nhà tôi mây cũ', 'nha toi <place>'],
    ['thôn suối sỏi, Tỉnh Gió', '<place> <place>'],
    ['thôn Hạ ở đâu', '<place> o dau'],
    ['giá hạ rồi hả', 'gia ha roi ha'],
    ['đăng ký mượn xe qua XeApp', '<procedure> qua <app>'],
    ['Xe App báo lỗi 404', '<app> bao loi <number>'],
    ['trả 5.000 hay 10.000', 'tra <number> hay <number>'],
  ])('%s → %s', (example, skeleton) => {
    expect(toSkeleton(example)).toBe(skeleton);
  });

  it.each([
    ['mượn xe ở Mưa Ngâu', 'trả xe ở thị trấn Mây Trắng'],
    ['MuaXe báo lỗi 12', 'xe app bao loi 7!'],
    ['Chờ đến bao giờ?', 'cho den bao gio'],
  ])('treats "%s" and "%s" as equal', (one, other) => {
    expect(toSkeleton(one)).toBe(toSkeleton(other));
  });

  it('counts unique skeletons and the examples that share the most common one', () => {
    const examples = [
      'mượn xe ở suối đá',
      'trả xe ở mưa ngâu',
      'muon xe o may cu',
      'hỏng phanh',
      'mất chìa khóa',
    ];
    expect(shareOfSkeletons(examples, toSkeleton)).toEqual({ own: 0.4, commonest: 3 });
  });
});
