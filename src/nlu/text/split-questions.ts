import { foldText } from './fold-text.ts';

/** Ends of a complete question: "với" or "và" after them begins another one. */
const asked =
  'ở đâu|o dau|thế nào|the nao|ntn|kiểu gì|kieu gi|bao nhiêu|bao nhieu|bao lâu|bao lau|mấy ngày|may ngay|được không|duoc khong|được ko|duoc ko|đc không|dc khong|đc ko|dc ko|đc k|dc k|làm sao|lam sao|cần gì|can gi';
/** Separators between two questions in one message. */
const questionSeparators = new RegExp(
  '[?!;\\n]+|\\.(?=\\s|$)' +
    '|(?<![\\p{L}])(?:với lại|voi lai|ngoài ra|ngoai ra|tiện thể|tien the|còn nữa|con nua|thứ hai là|thu hai la)(?![\\p{L}])' +
    `|(?<=(?:${asked}))[\\s,]+(?:với|voi|vs|và|va|còn|con)\\s+(?=(?:\\S+\\s+){2}\\S)`,
  'giu',
);
/** "Hỏi 2 việc 1 là … 2 là …", "một là … hai là …" */
const countedQuestions = /(?<![\p{L}\d])(?:[1-3]|một|mot|hai|ba)\s*(?:là|la|[.)/:])\s+/giu;
const maxParts = 3;

/** The questions of one message, in order; a single part if there is only one. */
export function splitQuestions(text: string): string[] {
  const counted = text.split(countedQuestions);
  const pieces = counted.length > 2 ? counted.slice(1) : text.split(questionSeparators);
  const parts = pieces.map((piece) => piece.trim()).filter((piece) => foldText(piece).length > 1);
  return parts.length > maxParts ? [text] : parts;
}

const small = '(?:dạ |da |à |a |ơ |ý |không |khong |ko |k )*';
const self = '(?:tôi|toi|em|e|mình|minh|bác|bac|cháu|chau|bà|ba|ông|ong|cô|co|chú|chu|anh|chị|chi)';
const corrections = [
  // "Không phải, …", "không phải cái đó, …"; without a comma it may be "không phải nộp thuế".
  new RegExp(
    `^${small}(?:(?:phải|phai) ?(?:thế|the|vậy|vay|cái đó|cai do|cái đấy|cai day|ý đó|y do)?|kp)\\s*[,.:;!\\n]+\\s*`,
    'iu',
  ),
  new RegExp(`^${small}(?:ý|y) (?:của |cua )?${self} (?:là|la|muốn hỏi|muon hoi|hỏi|hoi)[\\s,:]+`, 'iu'),
  /^(?:hỏi |hoi )?(?:nhầm|nham)\s*[,.:;]+\s*/iu,
];

/** The corrected question in "Không phải, ý tôi là …"; undefined for a message that corrects nothing. */
export function correctedQuestion(text: string): string | undefined {
  let rest = text.trim();
  for (const correction of corrections) rest = rest.replace(correction, '');
  return rest === text.trim() || foldText(rest).length < 2 ? undefined : rest;
}
