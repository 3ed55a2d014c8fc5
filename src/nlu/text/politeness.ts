import { oneOf, speakers, staff, without } from '../phrases/lexicon.ts';

/**
 * Politeness around a question: "dạ em chào anh chị, cho em hỏi …, em cảm ơn ạ". It tells nothing about the
 * question, and a short question drowns in it.
 */

/**
 * One word or fixed phrase per alternative, none of which contains another, so that a run of them matches in
 * only one way.
 */
const personInRun = `(?:(?:cac |quy )?${oneOf(
  ...without(speakers, 'con'),
  ...[...staff, 'moi nguoi', 'tro ly', 'di', 'admin', 'ban', 'bot', 'oa', 'nguoi dan'],
)})`;
const person = `(?:(?:cac |quy )?anh chi|${personInRun})`;
const soft = '(?:da|vang|a|u|oi|nhe|nha|ha|voi|thua|kinh|lam on|vui long)';
const much = '(?:nhieu|lam|rat|qua|truoc)';

/** "dạ em chào anh chị ạ", "cháu ơi", "alo" */
const greeting = new RegExp(
  `^(?:${soft} )*(?:(?:${person} )?(?:xin |kinh )?(?:chao|hello|hi|alo|a lo)(?: (?:${personInRun}|${soft}))*|${person} oi(?: (?:oi|a))*) `,
);
/** "cho bác hỏi", "em muốn hỏi là", "xin hỏi"; a bare "hoi" may be "hồi trước" or another person who asks. */
const asking = new RegExp(
  `^(?:${soft} )*(?:(?:cho|cho phep|xin|xin cho)(?: ${person})?|(?:${person} )?(?:muon|can)(?: xin)?) hoi(?: (?:la|rang|ve|nay|voi|a|nhe|ti|chut|xiu|mot chut|mot ti))* `,
);
/** "em cảm ơn ạ" */
const thanks = new RegExp(
  ` (?:(?:${personInRun}|xin|rat|chan thanh|da|vang) )*(?:cam on|cam ta|thank you|thanks|thank)(?: (?:${personInRun}|${much}|${soft}))*$`,
);
const leadingThanks = new RegExp(
  `^(?:(?:${personInRun}|da|vang|xin) )*(?:cam on|thank you|thanks|thank)(?: (?:${personInRun}|nhieu|nhe|nha|a|voi))* `,
);
/** "giúp em với ạ"; "nha" may also mean a house. */
const hail = new RegExp(`(?: (?:giup|ho|dum|gium) ${person}(?! chi )| ${person} oi| (?:voi|nhe|a|oi))+$`);

const minLeft = 2;
/**
 * In characters; politeness at the end is searched only here, since a search from every word of a long text
 * takes quadratic time.
 */
const longestEnd = 160;

/**
 * Linear in the length of the text.
 * @param text normalised
 * @returns the question alone; the whole text if it is nothing but politeness
 */
export function withoutCourtesies(text: string): string {
  const begun = [greeting, leadingThanks, greeting, asking].reduce(
    (rest, courtesy) => unlessTooShort(rest.replace(courtesy, ''), rest),
    text,
  );
  return [thanks, hail].reduce((rest, courtesy) => unlessTooShort(withoutEnd(rest, courtesy), rest), begun);
}

/** "Cho hỏi cái này", "muốn hỏi một việc": names no topic yet. */
const nothingNamed = /^(?:(?:mot |may )?(?:cai|viec|chuyen)(?: nay)? )?$/;

/**
 * Whether a text only announces a question: "alo cho em hỏi với".
 * @param text normalised
 */
export function announcesQuestion(text: string): boolean {
  const begun = `${text} `.replace(greeting, '');
  return asking.test(begun) && nothingNamed.test(begun.replace(asking, ''));
}

function withoutEnd(text: string, courtesy: RegExp): string {
  const from = Math.max(0, text.length - longestEnd);
  return text.slice(0, from) + text.slice(from).replace(courtesy, '');
}

function unlessTooShort(rest: string, text: string): string {
  return rest.split(' ').length >= minLeft ? rest : text;
}
