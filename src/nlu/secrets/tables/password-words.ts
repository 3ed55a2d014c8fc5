/** Names of a password, folded; young people also write "mk" for "mình" (I). */
export const passwordNames = new Set(
  `khau matkhau ma mkhau mk pass pas password passwd passwork passwrod pwd pw pword`.split(/\s+/),
);

/** Words between the name of a password and its value, besides little words and app names. */
export const beforeValue = new Set(
  `de dat nho hinh nhu doi thanh sang viet lien chu so goc thu nhat hai gui nham luu thu nhap go dien dung vao mac dinh tam thoi
  con cap nhat ban cap may vi tinh`
    .split(/\s+/)
    .filter(Boolean),
);

/** Continuations of "mật khẩu là …" that reveal no password, folded. */
export const notAValue = new Set(
  `gi j z sdt dt chi mo bam vao chon goi nhan lien hay xem ra nho dat doi lay chia chuyen gui nhap ban phia bien xe hop so chu ky ki kieu bat buoc do phai can nen khong ko k kg kh hok sai dung sao the nao bao may nhieu lam ai cua ten
  ngay thang nam bi mat quen het mac dinh duoc dc cai viec thu mot moi cung rieng nhung cac chua dang hay co tu
  go nhap dien dau day vay vai yeu manh hoa thuong chung rat qua qua nhu de dai ngan don gian phuc tap khac giong trung
  bang gom it nhat toi thieu toi da trong tren duoi o hinh khuon van tay mat rui ro quan trong mk minh toi em anh chi bac cu
  xong roi a ah ha nhi nhe day not wrong incorrect expired invalid weak case required needed the an always still
  correct right rejected accepted what stored asked too only safe short long for in on at being my it never also no
  strong missing empty there gone broken working shown blank unavailable dangnhap dangky dangki taikhoan dichvucong dinhdanh nganhang khongduoc khongdung khongnho khongvao baoloi
  baosai bisai quenmat lost blocked locked changed hidden saved empty same different ok okay`
    .split(/\s+/)
    .filter(Boolean),
);

/** Letters before digits that make no password: "nam2024", "iphone15", "covid19". */
export const notAPassword = new Set(
  `nam thang ngay quy tet luat nghidinh thongtu quyetdinh dieu khoa lop thon xom to doi ap khu mau form version phienban
  iphone ipad win samsung galaxy redmi xiaomi oppo vivo realme note reno android windows chrome covid vneid vssid muc hang cap
  sinh namsinh sinhnam hoso maso so tu den truoc vnpost dot lan ky bus xe ql tl km dt sdt duong ngo hem phong tang`
    .split(/\s+/)
    .filter(Boolean),
);
/** The next word is a login name and no secret: "tên đăng nhập hoanguyen88". */
export const loginNames = new Set(
  `nick user username ten id email gmail mail link kenh shop page fb facebook`.split(/\s+/),
);

/** How a dictated password is written; the words name no letter, digit or sign. */
export const writingWords = new Set(
  'chu so con hoa thuong viet dai ngan dau roi la in lien va voi xong tiep den thi'.split(' '),
);

/** Spoken names of letters, folded, and the words around them. */
export const letterNames = new Set(
  `a be bo xe co ce de dê do e ep go gie hat ho i ca lo mo no o pe po cu qu ro so te to u ve vo xo y dai ngan chu so con
  hoa thuong cong cham gach duoi mot hai ba bon nam sau bay tam chin khong muoi linh le tu lam mot thang than hoi sao nhay phay @ # $ & * b c d f g h j k l m n p q r s t v w x z`
    .split(/\s+/)
    .filter(Boolean),
);
