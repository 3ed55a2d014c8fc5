/** Cues of a death, as alternatives of a pattern over normalised words (see `normalise.ts`). */

const owners =
  'cua|toi|tui|em|con|chau|minh|bac|co|chu|anh|chi|ong|ba|no|nha|vo|chong|de|ruot|be|ho|nuoi|ke|moi|cu|truoc|ngoai|noi';
/** Nobody calls themselves so, or not when they speak of a loss. */
const elders = [
  'bo me|ba me|ba ma|cha me|bo|me|cha|tia|chong|vo|ong|ba|mom|mother|father|grandmother|grandfather|dad|wife|husband|[a-z]+ in law',
  'ong cu|ba cu|cu ong|cu ba|ong lao|ba lao|ong ay|ba ay|ong gia|ba gia|ong noi|ba noi|ong ngoai|ba ngoai|ong xa|ba xa',
  'nguoi nha|nguoi than|con trai|con gai|con dau|con re|em trai|em gai|em ruot|anh trai|anh ca|anh re|anh ruot|chi gai|chi dau',
  'chi ca|con be|thang lon|thang ut|thang be|be nha|be bong|chau be|nguoi yeu|ban than|ban em|ban cung ban|anh ba|anh hai|anh tu|anh nam|chi ba|chi hai|chi cung phong|cau ut|chu ut',
  'o ruot|chu ruot|bac ruot|co ruot|di ruot|cau ruot|su cu|thay tru tri|thay chu nhiem|co giao cu|ong ban|ong thong gia|cu ngoai',
  'cu noi|ong co|vo cu|chong cu|hang xom|hoi vien|bme|ca hai cu|hai cu|bu em|u em|u nha|u toi|u chau',
].join('|');
/** Also said for "I", or also other words: an owner has to follow. */
const pronouns = 'anh|chi|em|co|chu|bac|cau|di|o|con|chau|cu|ma|mo|duong|thay|bam|gia lang|ban|tre';
const closeOwners = 'toi|tui|em|minh|chau|no|ruot|ut|ca|hai|bay|tam|chong em|vo toi|cung lop';
/** "Cụ" without an owner opens a clause; elsewhere it may be "cũ". */
const bareElder = '(?<=^(?:co |la |ma |khi |da |oi )?|(?:thi|gio|dem) )cu';
export const kin = `(?:(?<!dan |yeu )(?:${elders})(?: (?:${owners}))*|(?<!yeu )(?:${pronouns})(?: cua| nha)?(?: (?:${closeOwners}))+|(?:cu|ong|ba|u) nha(?: (?:${owners}))*|${bareElder})`;

/** Not a person's doing: what is lost comes between. */
export const thing =
  'the|so|giay|may|dien thoai|cai vi|tien|xe|can cuoc|sim|mat|chia|khoa|don|app|tai|ho|vneid|mang|song|tieng|dau|bien|nick|zalo|viec';
/** Between the person and the event. */
export const between =
  '(?: (?:vua|moi|ms|da|cung|thi|nha|tai nan|benh|ung thu|dot quy|om|ca|lan luot|dot ngot|van|deu|khong may|cha may|ma|nha minh|giao|di)){0,4}(?<! di)';
/** Room for what the person did before; no thing that could be lost. */
export const farBetween = `(?: (?!(?:${thing}|bi)(?![a-z]))[a-z\\d]+){1,9}?`;
/** "Quét mặt", "mổ mắt", "quên mất" and the like. */
export const noEvent =
  '(?<! (?:quet|chup|kham|mo|soi|quen|biet|chop|bang|doi|con|quay|rua|nhin|xoa|cuoc|lay|gia|di|mui|cau|nuoc|hai|doc|tam|dau|chay|ra|bat|tim|ca|gui|theo|cam|an))';
/** Marked as an event before it, or by a time after it. */
export const surely =
  '(?: (?:da|vua|moi|thi|huu|xong|len con|lao dong))? mat(?= (?:hom qua|hom kia|dem qua|luc \\d|sang nay|chieu qua|toi qua|trong vien|ben|tuan truoc|thoi|hom|roi)| *$)|(?: (?:da|vua|moi|thi|xong)) mat';

/** Words that only mean to die, when said of a person. */
export const plainlyDied = [
  'qua doi|tu tran|ta the|khuat nui|tat tho|tu vong|vien tich|vang sanh|vang sinh|quy tien|trut hoi tho|xuong lo|nam xuong|ve troi',
  've voi to tien|ve voi ong ba|nham mat(?! xuoi)|ngu yen|theo ong ba|theo ong roi|theo bo no|khong qua khoi|khong qua duoc',
  'hy sinh|chao sinh|hi sinh|di ban muoi|ngoeo|ngum|ra di mai|vua ra di|tim roi|passed away|died|is dead|tu tu roi|chet duoi',
  'di luon tai cho|khong kip roi|chet o nha|om lau roi mat|khong tinh nua|len con mat|dot tu|vi duoi|lia doi|lia tran',
  'buong tay|khong cuu duoc|khong cuu kip|cuu khong duoc|ma khong duoc|tro ve cat bui|ve voi dat',
  'khong tho nua|hong tho nua|khong day nua|tat hoi|nhoi mau co tim mat|bang huyet mat|nen mat|tho may roi di',
].join('|');

const after = [
  'roi|hom|dem|sang|trua|chieu|toi nay|toi qua|toi hom|luc|ngay|tuan|thang|nam|hoi|bua|cach day|truoc|som|tu|thoi|duoc|xong|thi|nen',
  '\\d+ (?:ngay|tuan|thang|nam|hom|gio)|\\d{4}|(?:hai|ba|bon) (?:ngay|hom|tuan|thang|nam)|may chuc|gio|bay gio|phai|can (?!cuoc)[a-z]+|khai tu|khong co giay',
  'lam (?:giay|thu tuc|khai|gi|sao)|a|u|ad|o|tai|ngoai|ben|duoi|trong|dot ngot|vi (?:benh|tai|ung|dot|duoi|om|gia|sinh|cam|covid|bi)|do (?:tai nan|benh|ung thu)',
  'khong (?:di chuc|kip|vo|chong|de lai|ve|qua|lay)|ma khong de|de lai|chua (?:doi|khai|kip|lam|bao)|dung|ca roi|ca r|ca hai|nay|la buon',
  'co luong huu|co di chuc|da lau|lau|gan|con (?:trai|no tien|so tien)|em khong|bao hiem|so do|sang ten|chieu|da',
].join('|');
/** What may follow "mất" when somebody has died, else something is lost. */
export const afterDied = `(?= *$| (?:${after})(?![a-z]))`;

/** Whom people say they have lost, without "of mine". */
export const closest = 'bo me|bo|me|cha|chong|vo|con trai|con gai|con|ong noi|ba noi|ong ngoai|ba ngoai';
