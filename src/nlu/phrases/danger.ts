import { foldInPlace } from '../text/fold-in-place.ts';

export type Danger = 'self-harm' | 'violence';

const who = '(?:toi|em|con|chau|minh|ba|me|vo|chi|no|tre|nguoi|bo|ong)';

/**
 * Without marks "tự tử" is also "từ từ", slowly, "tự vẫn" is "tư vấn", advice, and "tự sát" is "tủ sắt"; only words
 * around it tell.
 */
const selfHarm =
  /(?<![a-z])(?:(?<!(?:lo|nong|doi|cham|lau|dat|lanh|lag|xa) )muon chet|khong (?:con )?muon song|chang (?:con )?muon song|(?:cha|chang|ko|k) (?:con )?thiet (?:gi(?: nua| ca| het)?(?= *(?:$|[.,!?]))|song)|ko muon song|(?<!(?:rao|ke|de|bi|tam|wifi|may|dien thoai) )chan song(?! (?:wifi|dien thoai|di dong|bien|4g|5g|3g|mang))|het muon song|khong (?:con )?thiet (?:gi )?(?:song|nua)|song lam gi nua|song (?:cung )?(?:chang|khong|ko) (?:con )?(?:y nghia|de lam gi)|chet (?:quach|di) cho (?:xong|roi|khuat|nhe)|(?:muon|dinh|se|doi|nghi den|co y dinh) tu (?:tu(?! (?:da|thoi|hay|lam))|sat(?! dung))|uong thuoc (?:sau|tru sau|diet co|chuot)|(?:muon|dinh) nhay (?:(?:xuong|tu|khoi) )?(?:cau|lau|song|gieng|ao|ho|tang|noc)|cat (?:co )?tay tu|ket lieu (?:doi|cuoc doi|ban than))(?![a-z])/;
const selfHarmMarked =
  /(?<!\p{L})tự (?:tử|vẫn|sát)(?!\p{L})|(?<!\p{L})sống (?:để )?làm gì(?: nữa)?[\s.?!…]*$/iu;
/** A warranty looks the same without marks: it is had, over, of a machine, or for some months. */
const beforeWarranty =
  'con|het|co|duoc|gian|han|tem|phieu|the|giay|tam|so|nham|cho|do|sach|mang|dem|di|doi|nhan|thoai|may|ngay|dang|muon|ve';
const afterWarranty =
  'bao lau|tot|lau|chinh hang|may|mot|hai|ba|\\d|thang|nam|dien|o dau|cho nao|ben|cua|tai|san pham|xe|ti ?vi|tu lanh|pin|khong|k(?![a-z])';
const cruelty = `bao hanh(?= (?:bo me|vo|chong|toi|em|chau|tre|nguoi))|(?<!(?:${beforeWarranty}) )bao hanh(?! (?:${afterWarranty}))`;
/** "Say lại đánh", "hay uống rượu vào là đánh". */
const manner =
  '(?:(?:dang|vua|hay|lai|say|ruou|uong|vao|la|cu|no|suot|ngay nao|cung|ve|thi|dem qua|hom qua|thuong xuyen) ){0,6}';
/** "Ông nhà tôi", "lão chồng", "bố dượng", "thằng con trai". */
const beater =
  '(?:(?:ong|lao|anh|thang|cha|bo|me|con)(?: (?:nha|xa|ay|do|kia|chong|duong|ruot|trai|re))?|chong|vo|ho|no|han|hang xom|nguoi yeu|ban trai)';
const violence = new RegExp(
  `(?<![a-z])(?:bi (?:chong|vo|bo|me|con|nguoi ta|no|ho|nha chong|anh ta|ban hoc|bon no)? ?(?:danh(?! (?:gia|mat|dau|roi|cap|thue|lua|rot|truot|phan tram|vi pham|ba(?! con| me| cu)))|hanh ha|bao hanh|xam hai|hiep dam|tra tan|nhot)|${beater} (?:(?:toi|em|con|chau|minh) )?${manner}(?:danh (?:dap )?|dap (?!bo )|dam |tat(?! (?:may|dien|ca)) |bop co |tum toc |dui dau )${who}|(?:bi |nam )?bop co|(?:dui|dap|dap vao) dau (?:toi|em|vo|con|me|chau)(?= |$)|tum toc|khoa cua nhot|(?<!(?:nhay|nuoi|chim) )nhot (?:toi|em|vo|me|con|chau|ba)(?= |$)|(?<!ho so )so soang|sam so(?= |$)|lam nhuc|danh hoi dong|dap pha (?:nha|do dac)|(?:bo duong|cha duong|duong)(?: \\w+){0,2} (?:sang|vao|mo cua|so)(?: \\w+)? (?:phong|nguoi|chau|em)|bao luc gia dinh|${cruelty}|(?:doa|de doa) (?:giet|chem|danh)|dang (?:danh nhau|cam dao)|danh nhau(?: \\w+){0,2} (?:chay mau|dao)|dot nhap (?:vao )?(?:nha|phong|vuon|kho)|(?:cam|vac|xach) (?:dao|gay|gach|sung)(?: \\w+){0,3} (?:doa|duoi|chem|danh|dam|vao|den)|xam hai (?:tre em|tinh duc)|hiep dam)(?![a-z])`,
);

/** Words of every day that look like those once their marks are gone. */
const everyday = /(?<!\p{L})(?:bảo hành|ch[âắặ]n sóng|đánh bả)(?!\p{L})/giu;

/**
 * Whether somebody speaks of taking their life or of being beaten: they need a person now, whatever else they ask. Pure.
 */
export function saysDanger(text: string): Danger | undefined {
  const written = text.normalize('NFC').replaceAll(everyday, ' ');
  const folded = foldInPlace(written).replaceAll(/ {2,}/g, ' ');
  if (selfHarm.test(folded) || selfHarmMarked.test(written)) return 'self-harm';
  return violence.test(folded) ? 'violence' : undefined;
}

const fear =
  /(?<![a-z])(?:(?<!ho )so (?:lam|qua|hai)|rat so|dang so|run (?:lam|qua|ray)|cuu (?:toi|em|con|chau|minh|voi)|giup (?:toi|em|con|chau|minh) voi|met moi (?:qua|lam)|met (?:qua|lam)|kho (?:qua|lam)|buon (?:qua|lam)|khoc|chan (?:qua|lam|doi)|tuyet vong|khong biet (?:phai )?lam (?:sao|the nao|gi)|no (?:dang|lai|van|sap) |(?:no|han|ong ay|anh ta|chong|thang do|bo no)(?: \w+){0,2} (?:cam dao|pha|dap|duoi|chui|danh|dam|chem|o ngoai|quay lai|(?:den|ve) roi|dang (?:den|ve))|pha cua|cam dao|chay mau|dau (?:qua|lam)|dang tron|chet mat|mot minh|dua thoi|^chan(?=[ .!]*$)|bo tron|khong ai (?:giup|thuong|hieu))(?![a-z])/;
/** Longer messages say what they want. */
const longestCry = 120;

/** Whether a short message is a cry rather than a question. Only tells something after danger was spoken of. Pure. */
export function saysFear(text: string): boolean {
  return text.length <= longestCry && fear.test(foldInPlace(text.normalize('NFC')).replaceAll(/ {2,}/g, ' '));
}
