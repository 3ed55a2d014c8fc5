/**
 * What people put around a question out of politeness: "dạ em chào anh chị, cho em hỏi …, em cảm ơn ạ". It says
 * nothing of what they want, and a short question drowns in it.
 */

const person =
  '(?:cac |quy )?(?:anh chi|can bo|moi nguoi|tro ly|em|anh|chi|chau|bac|co|chu|ong|ba|di|ad|admin|ban|bot|oa|minh|toi|tui|nguoi dan)';
const soft = '(?:da|vang|a|u|oi|nhe|nha|a|ha|voi|thua|kinh|lam on|vui long)';
const much = '(?:nhieu|lam|rat|qua|truoc)';

/** "dạ em chào anh chị ạ", "cháu ơi", "alo" */
const greeting = new RegExp(
  `^(?:${soft} )*(?:(?:${person} )?(?:xin |kinh )?(?:chao|hello|hi|alo|a lo)(?: (?:${person}|${soft}))*|${person} oi(?: (?:oi|a))*) `,
);
/** "cho bác hỏi", "em muốn hỏi là", "xin hỏi"; a bare "hoi" may be "hồi trước" or somebody else who asks. */
const asking = new RegExp(
  `^(?:${soft} )*(?:(?:cho|cho phep|xin|xin cho)(?: ${person})?|(?:${person} )?(?:muon|can)(?: xin)?) hoi(?: (?:la|rang|ve|nay|voi|a|nhe|ti|chut|xiu|mot chut|mot ti))* `,
);
/** "em cảm ơn ạ" */
const thanks = new RegExp(
  ` (?:(?:${person}|xin|rat|chan thanh|da|vang) )*(?:cam on|cam ta|thank you|thanks|thank)(?: (?:${person}|${much}|${soft}))*$`,
);
const leadingThanks = new RegExp(
  `^(?:(?:${person}|da|vang|xin) )*(?:cam on|thank you|thanks|thank)(?: (?:${person}|nhieu|nhe|nha|a|voi))* `,
);
/** "giúp em với ạ"; "nha" may be a house. */
const hail = new RegExp(`(?: (?:giup|ho|dum|gium) ${person}(?: voi)?| ${person} oi| (?:voi|nhe|a|oi))+$`);

const leastLeft = 2;

/**
 * @param text normalised
 * @returns the question alone; the text as it is when politeness is all there is
 */
export function withoutCourtesies(text: string): string {
  return [greeting, leadingThanks, greeting, asking, thanks, hail].reduce(shortened, text);
}

function shortened(text: string, courtesy: RegExp): string {
  const rest = text.replace(courtesy, '');
  return rest.split(' ').length >= leastLeft ? rest : text;
}
