import type { Language } from '../../i18n.ts';
import { foldText } from './fold-text.ts';
import { isSyllable } from './syllables.ts';

/**
 * English words that do not look like a Vietnamese syllable without diacritics and that Vietnamese speakers
 * do not mix into their sentences.
 */
const surelyEnglish = new Set(
  `how what where when which who whom whose why is are was were does did don't doesn't didn't can't isn't aren't i'm i've
  i'd it's what's where's how's they're my your our their his her we you they it's this that these there here for from
  with without of and or but if not have has had need want should would could will must if then than about into please
  should shall might cannot some any every all been being know tell find does someone somebody anyone nobody much
  many after before because yet still lost forgot use using get got help english mine myself`.split(/\s+/),
);

/** English words that are also Vietnamese syllables without diacritics: they count only beside sure ones. */
const alsoEnglish = new Set(
  `i a an in on to do so no me can the at by am he be us go or it my out up pay may new long one two open old`.split(
    /\s+/,
  ),
);

/**
 * Topics of visitors, in words that Vietnamese speakers do not use either; they weigh less than function
 * words.
 */
const topicWords = new Set(
  `paper papers document documents application applications procedure procedures certificate certificates certify
  signature signatures digital digitally report reports register registration registered office officer official officials
  service services payment paid person people city government tax taxes refund income fee fees deadline status result
  results household business businesses land house birth marriage wrong failed broken difference explain reset renew renewal
  cancel verify contact talk send submit create install sign signing signed track road street identity passport residence
  permit address commune portal internet iphone another several small yearly phone number support works
  through file filing papers make same nearest response list connect compare ideas bill bills traffic annual emergency account
  price features cheapest elderly officers complain complaint complaints reporting income fake stamp accepted`.split(
    /\s+/,
  ),
);

/** Common Vietnamese words without diacritics that are not English. */
const surelyVietnamese = new Set(
  `khong ko duoc dc toi tui minh lam cach sao nhu nao cua va cho voi nay ay la thi co gi bao nhieu den tai ve vao
  roi chua da se dang bi het moi cu xin hoi anh chi bac chau ong nop giay tien thue dat xa thon nha nguoi dien thoai mat khau nhap
  ky dau nhe oi ho so thu tuc cong dan gium giup voi kia vay the ma nhung cung deu ra di muon can biet phai thoi vi neu khi
  dich vu mang sinh hon tru khai tra cuu bam mo cai tren duoi trong ngoai qua lai sua dan ngan hang gap can bo`.split(
    /\s+/,
  ),
);

/** Vietnamese letters and tone marks. */
const marked = /[ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]/iu;
/** The placeholder that the webhook puts in place of a secret. */
const mask = /\[[^\]]*\]/g;
/** English that Vietnamese speakers add before or after a sentence. */
const borrowed =
  /\b(?:thank you|thanks|many thanks)(?: (?:so|very) much)?\b|\bi love you\b|\bhappy new year\b/gi;

/**
 * The language of a text if it is clear: several English function words and no Vietnamese ones, or the other
 * way round. Undefined if the text is too short or could be either ("can ho so me"). Pure.
 */
export function languageOfText(text: string): Language | undefined {
  const words = wordsOf(text);
  const count = (known: (word: string) => boolean) => words.filter(known).length;
  const vietnamese = count((word) => isVietnamese(foldText(word)));
  const sure = count((word) => surelyEnglish.has(word));
  const topic = count((word) => topicWords.has(word));
  if (sure + topic > 0) {
    const english = sure + topic + count((word) => alsoEnglish.has(word));
    const isEnough = english >= (sure > 0 ? 2 : topic > 1 ? 3 : 4);
    // Names of places and apps may look Vietnamese, but not most of the text.
    const foreign = count(looksVietnamese);
    const isMostly = foreign <= (sure + topic > 1 ? words.length / 2 : words.length / 3);
    return isEnough && isMostly && vietnamese === 0 ? 'en' : undefined;
  }
  return vietnamese >= 2 || count((word) => marked.test(word)) >= 2 ? 'vi' : undefined;
}

function isVietnamese(plain: string): boolean {
  return surelyVietnamese.has(plain) && !alsoEnglish.has(plain);
}

function looksVietnamese(word: string): boolean {
  if (surelyEnglish.has(word) || alsoEnglish.has(word) || topicWords.has(word)) return false;
  return marked.test(word) || isSyllable(word);
}

function wordsOf(text: string): string[] {
  const lower = text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('’', "'")
    .replaceAll(mask, ' ')
    .replaceAll(borrowed, ' ');
  return lower.match(/[\p{L}\p{M}]+(?:'[\p{L}]+)?/gu) ?? [];
}
