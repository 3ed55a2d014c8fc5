/** Abbreviations that residents type, folded, with their expansions; some depend on the words around them. */

interface Reading {
  means: string;
  /** Only after one of these words. */
  after?: readonly string[];
  /** Only before one of these words. */
  before?: readonly string[];
  /** Only after a number. */
  afterNumber?: true;
}

const passwordVerbs = [
  'quen',
  'doi',
  'sai',
  'nhap',
  'lai',
  'cap',
  'wifi',
  'mat',
  'dat',
  'lo',
  'lay',
  'co',
  'ra',
];

/** The first reading whose context matches wins; usually the last one needs no context. */
const contextual: Record<string, readonly Reading[]> = {
  mk: [
    { means: 'mat khau', after: passwordVerbs },
    { means: 'mat khau', before: ['wifi', 'cap', 'la', 'moi', 'cu'] },
    { means: 'minh' },
  ],
  dk: [
    { means: 'dang ky', before: ['kinh'] },
    {
      means: 'duoc',
      after: ['khong', 'co', 'lam', 'vao', 'cung'],
      before: ['khong', 'ko', 'k', 'a', 'chua'],
    },
    { means: 'dang ky' },
  ],
  dc: [{ means: 'dia chi', after: ['sua', 'doi', 'nham', 'xin', 'thay'] }, { means: 'duoc' }],
  bh: [
    { means: 'bao hiem', before: ['y', 'xa', 'that', 'yt', 'xh'] },
    { means: 'bao hiem', after: ['the', 'tien', 'so', 'dong', 'mua', 'co'] },
    { means: 'bao gio' },
  ],
  d: [
    { means: 'dong', afterNumber: true },
    { means: 'di', before: ['dau', 'lam', 'hoc'] },
  ],
  k: [{ means: 'nghin', afterNumber: true }, { means: 'khong' }],
  h: [{ means: 'gio', afterNumber: true }, { means: 'gio' }],
  tr: [
    { means: 'trieu', afterNumber: true },
    { means: 'troi', before: ['oi'] },
  ],
  t: [{ means: 'ty', afterNumber: true }, { means: 'toi' }],
  m: [{ means: 'met', afterNumber: true }, { means: 'minh' }],
  tt: [
    { means: 'thanh toan', before: ['tien', 'phi', 'hoa', 'online', 'dien', 'qua', 'khong'] },
    { means: 'thu tuc', before: ['hanh', 'hc', 'lam', 'dang', 'cap', 'gi'] },
    { means: 'thong tin' },
  ],
  hd: [
    { means: 'hoa don', after: ['xuat', 'tien', 'viet'] },
    { means: 'hoa don', before: ['dien', 'do'] },
    { means: 'huong dan' },
  ],
  ck: [
    { means: 'chu ky', before: ['so'] },
    { means: 'chong', after: ['vo', 'vk'] },
    { means: 'chong', before: ['em', 'e', 'minh', 'mk', 'chi', 'dang', 'di', 'ky', 'mat', 'bi', 'cung'] },
    { means: 'chuyen khoan' },
  ],
  hk: [
    {
      means: 'khong',
      after: ['duoc', 'dc', 'dk', 'phai', 'co', 'can', 'biet', 'tien', 'roi', 'do', 'em', 'a'],
    },
    { means: 'ho khau' },
  ],
  hs: [{ means: 'hoc sinh', after: ['cho', 'em', 'chau'] }, { means: 'ho so' }],
  gd: [{ means: 'giao dich', before: ['dien', 'ngan', 'khong', 'thanh', 'qua'] }, { means: 'gia dinh' }],
  nv: [{ means: 'nhan vien' }],
  ch: [{ means: 'chua' }],
  // Otherwise it means broken (hỏng), pink as in the colour of a land-use certificate (hồng), or is a name.
  hong: [
    { means: 'khong', before: ['biet', 'duoc', 'dc', 'co', 'phai', 'hieu', 'thay', 'cho', 'muon', 'can'] },
    { means: 'khong', after: ['duoc', 'dc', 'biet', 'hieu', 'thay', 'phai', 'co', 'the', 'cho', 'z', 'vay'] },
    { means: 'hong' },
  ],
  a: [{ means: 'anh', before: ['oi', 'hoi'] }, { means: 'a' }],
};

const spelledOut: Record<string, string> = {
  khong: 'ko k0 kg kh hok khg hg dek hem',
  'khong phai': 'kp',
  'khong biet': 'kb kbt kbiet',
  'khong duoc': 'kdc kdk',
  'khong co': 'kco',
  'khai sinh': 'ks',
  lam: 'lm',
  'lam sao': 'lmsao ls lsao',
  'nhu the nao': 'ntn nthn ntnao',
  'the nao': 'tn tnao',
  noi: 'ns',
  'noi chuyen': 'nch',
  'nhan tin': 'nt ib inb',
  'tra loi': 'rep trl',
  gi: 'j ji',
  vay: 'z zay v vz dz',
  voi: 'vs',
  roi: 'r rui ruj oy',
  sao: 's seo',
  nhieu: 'nhiu',
  'bao nhieu': 'bn bnhieu bnhiu',
  'bao gio': 'bgio',
  'bay gio': 'bjo',
  gio: 'jo',
  'hom qua': 'hqa',
  'hom nay': 'hnay',
  'moi nguoi': 'mn mng',
  nguoi: 'ng',
  'nguoi ta': 'ngta ngt',
  nuoc: 'nc',
  'nhu vay': 'nvay',
  'nhung ma': 'nhma nma',
  nhung: 'nhg',
  truoc: 'trc trk',
  minh: 'mik mih mjnh mjk mh',
  biet: 'bt bit bik pit bjt',
  em: 'e',
  chi: 'c cj chj',
  ban: 'b',
  'anh chi': 'ac',
  'anh chi em': 'ace',
  'anh em': 'ae',
  a: 'ah ak',
  u: 'uh uk uhm um',
  ok: 'oke okie okela',
  cung: 'cx cug cg',
  dang: 'dag dg',
  'dang ky': 'dky dki dkh',
  'dang nhap': 'dn dnhap',
  'dang xuat': 'dxuat',
  'dien thoai': 'dt dthoai ddt',
  'so dien thoai': 'sdt',
  'tai khoan': 'tk tkhoan',
  'so tai khoan': 'stk',
  'mat khau': 'mkhau matkhau pass password pw',
  'dich vu': 'dv',
  'dich vu cong': 'dvc',
  'dich vu cong truc tuyen': 'dvctt',
  'dich vu cong quoc gia': 'dvcqg',
  'thu tuc hanh chinh': 'tthc',
  'thu tuc': 'ttuc',
  'can cuoc cong dan': 'cccd',
  'chung minh nhan dan': 'cmnd cmtnd',
  'chung minh thu': 'cmt',
  'giay phep lai xe': 'gplx glx',
  'ho khau': 'hk',
  'so ho khau': 'shk',
  'giay khai sinh': 'gks',
  'dang ky ket hon': 'dkkh',
  'dang ky khai sinh': 'dkks',
  'giay ket hon': 'gkh',
  'xac nhan tinh trang hon nhan': 'xntthn',
  'bao hiem y te': 'bhyt',
  'bao hiem xa hoi': 'bhxh',
  'bao hiem that nghiep': 'bhtn',
  'uy ban': 'ubnd ub',
  'hoi dong nhan dan': 'hdnd',
  'mat tran': 'mttq',
  'chu ky so': 'cks ckso',
  'chu ky': 'cky',
  'so do': 'sodo',
  'giay chung nhan': 'gcn',
  'quyen su dung dat': 'qsdd',
  'dang ky kinh doanh': 'dkkd',
  'ho kinh doanh': 'hkd',
  'thu nhap ca nhan': 'tncn',
  'ma so thue': 'mst',
  'thu nhap doanh nghiep': 'tndn',
  'gia tri gia tang': 'gtgt',
  'phi nong nghiep': 'pnn',
  'nguoi phu thuoc': 'npt',
  'quyet toan': 'qt',
  'quyet toan thue': 'qtt',
  'thuong mai dien tu': 'tmdt',
  'dinh danh dien': 'ddien',
  'dinh danh dien tu': 'dddt',
  'dinh danh': 'dd',
  'cong ty': 'cty',
  'cong tac vien': 'ctv',
  'san pham': 'sp',
  'san xuat': 'sx',
  'nong nghiep': 'nn',
  'xay dung': 'xd',
  'kinh doanh': 'kd',
  'tro cap': 'tc',
  'chinh sach xa hoi': 'csxh',
  'ngan hang': 'nh nhang',
  'mang xa hoi': 'mxh',
  facebook: 'fb',
  zalo: 'zl',
  'tin nhan': 'tnhan',
  'thong bao': 'tbao tb',
  'xac nhan': 'xn xnhan',
  'xac minh': 'xm',
  'xac thuc': 'xthuc',
  'du lieu': 'dl',
  'cong dan': 'cd',
  'phan anh': 'pa',
  'kien nghi': 'kn',
  'giai quyet': 'gq',
  'can bo': 'cb cbo',
  'chinh sach': 'cs',
  'lao dong': 'ld',
  'vi du': 'vd',
  'van de': 'vde',
  'quy trinh': 'qtrinh',
  'huong dan': 'hdan',
  'gioi thieu': 'gthieu',
  'quy dinh': 'qd',
  thich: 'thik thix',
  yeu: 'iu',
  qua: 'wa',
  quen: 'wen',
  quan: 'wan',
  quy: 'wy',
  nghia: 'ngia',
  'chung ta': 'cta',
  'chung toi': 'ctoi',
  'co the': 'cthe',
  'duoc khong': 'dko dckhong dcko dck dc0 duocko',
  oi: 'uj',
  nha: 'nhoa nhaa',
  'cam on': 'cmon camon tks thks thanks thank kamsa',
  chao: 'hi hello helo hii',
  'xin loi': 'xl sr sory sorry',
  'lam on': 'pls plz please',
  'lien quan': 'lquan lq',
  'hanh chinh': 'hc hchinh',
  'giay to': 'gto',
  'giay phep': 'gp',
  'thanh toan': 'ttoan',
  'chuyen khoan': 'ckhoan',
  'thanh pho': 'tp',
  'thanh pho ho chi minh': 'tphcm',
  'ho chi minh': 'hcm',
  'viet nam': 'vn',
  'thong tin': 'ttin',
  'thoi gian': 'tgian tg',
  'ket qua': 'kq kqua',
  'lien he': 'lh lhe',
  'yeu cau': 'yc',
  'dieu kien': 'dkien',
  'chung nhan quyen su dung dat': 'cnqsdd',
  'nghia vu quan su': 'nvqs',
  'nguoi dan': 'ndc',
  'noi dung': 'nd',
  moi: 'ms',
};

const fixed = new Map(
  Object.entries(spelledOut).flatMap(([meaning, forms]) =>
    forms.split(' ').map((form) => [form, meaning] as const),
  ),
);

/**
 * Expands abbreviations, token by token.
 * @param tokens folded words
 * @returns the words meant; never fewer than before
 */
export function expandAbbreviations(tokens: string[]): string[] {
  const words: string[] = [];
  for (const [at, token] of tokens.entries()) {
    const meaning = token.length > 8 ? undefined : meaningOf(token, words.at(-1) ?? '', tokens[at + 1] ?? '');
    if (meaning === undefined) words.push(token);
    else words.push(...meaning.split(' '));
  }
  return words;
}

function meaningOf(token: string, previous: string, next: string): string | undefined {
  if (!Object.hasOwn(contextual, token)) return fixed.get(token);
  return contextual[token]?.find(
    (reading) =>
      (!reading.after || reading.after.includes(previous)) &&
      (!reading.before || reading.before.includes(next)) &&
      (!reading.afterNumber || /^\d+$/.test(previous)),
  )?.means;
}
