import type { Understanding } from './understanding.ts';

/** The probability with which a message asks what to do about something that went wrong. */
const surelyTrouble = 0.8;

/**
 * Whether a message tells of trouble with what the talk is about: "tôi nộp giấy hôm qua rồi mà chưa thấy gì". The person
 * who helps hears it; trouble with a thing that it names may be a question of its own.
 */
export function tellsTrouble({ need, namesSubject }: Pick<Understanding, 'need' | 'namesSubject'>): boolean {
  const [asked] = need.aspects;
  return !namesSubject && asked?.name === 'fix' && asked.probability >= surelyTrouble;
}
