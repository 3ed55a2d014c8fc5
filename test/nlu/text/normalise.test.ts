import { createNormaliser } from '../../../src/nlu/text/normalise.ts';
import { sampleData } from '../sample-data.ts';

const normalise = createNormaliser([
  ...sampleData.brands,
  { name: 'VNeID', spellings: ['vn eid', 'vn e id', 'vneiid'] },
  { name: 'Zalo', spellings: ['za lo', 'gia lo'] },
]);

describe('createNormaliser', () => {
  it.each([
    ['Quên MẬT KHẨU rồi!!!', 'quen mat khau roi'],
    // Brands, however they are written
    ['vn e id', 'vneid'],
    ['VN EID và vneiid', 'vneid va vneid'],
    ['e tax, ê tắc, eTax Mobile', 'etaxmobile etaxmobile etaxmobile'],
    ['gửi qua gia lo', 'gui qua zalo'],
    // Abbreviations, some depending on the words around them
    ['ko bít lm ntn', 'khong biet lam nhu the nao'],
    ['hong biết làm sao', 'khong biet lam sao'],
    ['cái này được hong', 'cai nay duoc khong'],
    ['sổ hồng ở Hồng Sơn bị hỏng', 'so hong o hong son bi hong'],
    ['dk ks cho con', 'dang ky khai sinh cho con'],
    ['quên mk r', 'quen mat khau roi'],
    ['mk muốn hỏi', 'minh muon hoi'],
    ['đk kinh doanh', 'dang ky kinh doanh'],
    ['bh y tế', 'bao hiem y te'],
    ['bh có', 'bao gio co'],
    ['500k', '500 nghin'],
    ['8h sáng', '8 gio sang'],
    ['ck nhầm', 'chuyen khoan nham'],
    ['làm trên vneid dc hk', 'lam tren vneid duoc khong'],
    ['tách hk', 'tach ho khau'],
    ['ck em đi làm xa', 'chong em di lam xa'],
    ['có ck ký được không', 'co chong ky duoc khong'],
    ['vợ ck', 'vo chong'],
    ['e cần lm cccd', 'em can lam can cuoc cong dan'],
    // Raw keystrokes of an input method that is off
    ['ddawng kys chuwx kys soos', 'dang ky chu ky so'],
    ['d9a8ng ky1', 'dang ky'],
    ['que6n maajt khaaur', 'quen mat khau'],
    // Foreign words stay
    ['test app wifi otp post', 'test app wifi otp post'],
    // Repeated letters
    ['chàooooo', 'chao'],
    ['roiiii', 'roi'],
    ['cccd', 'can cuoc cong dan'],
    ['www', 'www'],
    // All long numbers are equal
    ['mã 20260915001', 'ma 00000'],
    ['năm 2026', 'nam 2026'],
    ['', ''],
    ['😀👍', ''],
  ])('reads %j as %j', (text, plain) => {
    expect(normalise(text)).toBe(plain);
  });
});
