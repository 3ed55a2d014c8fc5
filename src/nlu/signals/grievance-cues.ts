import { createPhraseTable } from './phrase-table.ts';

const office = createPhraseTable(
  `can bo, cong an, truong thon, pho thon, chu tich, pho chu tich, dia chinh, tu phap, ho tich, ke toan, bi thu, mot cua, quan ly thi truong,
  trat tu xa, doi trat tu, doan kiem tra, kiem lam, dan phong, cong an vien, to truong, bao ve uy ban, csgt, tiep dan, hoi dong den bu, ban quan ly,
  tram truong, thu quy, xa doi truong, doi truong, hop tac xa, truc ban, phong chinh sach, doi thue, thu y, hieu truong, van thu, officer, clerk,
  ong bi thu, ong pho, co van thu, do thi, dang kiem, hai quan, policeman, police officer, ho do dat, ong xa doi, dan quan`,
);
const misdeed = createPhraseTable(
  `hach dich, quat, mang, chui, nat, duoi ra, duoi ve, cua quyen, thai do, hong hach, coi thuong, khinh, nhat gung, cat loi, noi trong khong,
  hach sach, hanh toi, hanh dan, cau gat, gat, thien vi, bao che, an chan, bot xen, tham o, an tien, khai khong, lap khong, lay dat, chiem dat, tu y,
  ky thay, ky nhan thay, nhan thay, sua bien ban, gach ten, khong bien lai, khong lap bien ban, khong ghi bien ban, khong dua ve, khong ghi so,
  chia cho nguoi nha, hua voi toi, hua roi, tron cua, day sang, dun day, choi la, noi xau, lam ngo, giu tien, giu so, khong chiu tra, khong chiu cap,
  khong cho toi, quang giay, nem giay, vut don, be, say ruou, bo mac, ke thieu, tra thieu, tha cho, xach luon, lay hang, hat ca, lat ca,
  lo ten, ke het cho, doi no, ep dan, ep toi, thu them, thu khong, dua nho, khong ai xu ly, dung loa, refused, yelled, shouted, rude, chua thay mat,
  moi toi, bao het so, lap hai so, an com nha, la ho hang, em vo ong, chau ong, nguoi nha ong`,
);
const bribes = createPhraseTable(
  `phong bi, lot tay, boi tron, chung chi, dut lot, hoi lo, qua cap, bi voi, voi tien, voi vinh, goi y boi duong, goi y mot khoan, doi boi duong,
  tien muc dau, tien tra nuoc, lam luat, biet dieu, chia phan tram, doi ba phan, doi chia, kep tien, coffee money, bribe, no receipt,
  muon nhanh thi, chay bien che, chay viec, chay suat, noi thang gia, noi thang voi toi gia, khoan cam on, doi phong bi, an chia nua,
  goi y dua, goi y nop rieng, goi y mua, chi phi ngoai, che it, lo cho sep, doi tien ngoai`,
);
const refusedBribe = createPhraseTable(
  'tu choi phong bi, khong nhan phong bi, co can qua, tra lai phong bi, khong lay phong bi',
);
const threats = createPhraseTable(
  `doa giet, doa danh, doa chem, doa dot, doa dam, doa dap, doa kien, doa duoi viec, doa cho nghi, ham giet, ham danh, ham doa, de doa, lieu hon,
  biet tay, dung trach, gay chan, giang ho, xu toi, xu t, nem da vao nha, vut ga chet, rinh nha, rinh truoc nha, di theo em, bam theo toi,
  khoi day hoc, mat viec neu, con mi no yen, con toi mat viec, den xu, dem con gai, dot nha, tat son, go bai khong thi, go khong thi, im mieng,
  khong thi biet, nghi viec neu, have accident, hurt me, or else`,
);
const team = createPhraseTable(
  `tinh nguyen vien, tinh nguyen, to so, to cong nghe, to cong nghe so, to truong to so, chu to so, doan vien, thanh nien ao xanh, ao xanh, volunteer,
  volunteers, to ho tro, doi ho tro, cong tac vien so, cau huong dan, ban huong dan, trong to ni`,
);
const teamsMisdeed = createPhraseTable(
  `thu tien, thu cua, 50 nghin, 30 nghin, xin tien, giu luon, giu may, giu mat khau, to mat khau, giao mat khau, cai nham, hon voi, hon lao, cau voi, gat,
  mat tien, toan quang cao, dan luon ma, dan ma qr, ban sim, moi mua sim, da bong, khong den, khong toi, khong ai den, lam ve, hong may, choi game,
  noi xau, chui, cham, doc to, dang anh, lay van tay, lay anh, shouted, did not give, took my phone, doi mat khau, dat mat khau, cai lung tung`,
);

/** What the cues alone tell of a grievance: who, and what they did. Pure, linear. */
export function cuedGrievance(folded: string): 'officer' | 'bribe' | 'threat' | 'team' | undefined {
  if (bribes.isIn(folded) && !refusedBribe.isIn(folded)) return 'bribe';
  if (team.isIn(folded) && teamsMisdeed.isIn(folded)) return 'team';
  if (threats.isIn(folded)) return 'threat';
  if (office.isIn(folded) && misdeed.isIn(folded)) return 'officer';
  return undefined;
}
