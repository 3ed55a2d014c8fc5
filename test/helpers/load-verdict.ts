import type { Platform } from '../../tools/simulator/platform.ts';
import type { LoadResident, WrittenMessage } from './load-residents.ts';

/** The outcome of a load, judged only by the messages on the residents' phones. */
export interface Verdict {
  written: number;
  /** Messages that the webhook answered with 200. */
  accepted: number;
  /** Accepted messages with at least one reply. */
  answered: number;
  /** Accepted messages without a reply. */
  lost: number;
  /** Replies beyond the first to a message. */
  doubled: number;
  /** Pairs of replies in another order than the bot accepted their messages. */
  disordered: number;
  /** Texts of the bot that answer no question of the resident. */
  strange: number;
  /** The first few faults, for the reader of a failed test. */
  examples: string[];
}

const maxExamples = 10;

export function judge(platform: Platform, residents: readonly LoadResident[]): Verdict {
  const verdict: Verdict = {
    written: 0,
    accepted: 0,
    answered: 0,
    lost: 0,
    doubled: 0,
    disordered: 0,
    strange: 0,
    examples: [],
  };
  for (const resident of residents) judgeOne(platform, resident, verdict);
  verdict.examples.splice(maxExamples);
  return verdict;
}

function judgeOne({ conversations }: Platform, { user, written }: LoadResident, verdict: Verdict): void {
  const said = conversations.list(user.userId).filter(({ from }) => from === 'oa');
  const replies = said.map(({ text }) => text.split('\n')[0] ?? '');
  const expected = new Set(written.map(({ question }) => question.reply));
  const note = (what: string) => verdict.examples.push(`${user.name}: ${what}`);

  verdict.written += written.length;
  for (const { question, acceptedAt } of written) {
    const times = replies.filter((reply) => reply === question.reply).length;
    if (times > 1) note(`${times} replies to "${question.text}"`);
    verdict.doubled += Math.max(times - 1, 0);
    if (acceptedAt === undefined) continue;
    verdict.accepted += 1;
    if (times > 0) verdict.answered += 1;
    else note(`no reply to "${question.text}"`);
  }
  verdict.lost = verdict.accepted - verdict.answered;
  for (const reply of replies.filter((text) => !expected.has(text))) {
    verdict.strange += 1;
    note(`"${reply.slice(0, 80)}"`);
  }
  for (const [first, second] of disorderedPairs(written, replies)) {
    verdict.disordered += 1;
    note(`${second} was answered before ${first}`);
  }
}

/**
 * Pairs of messages, the first accepted before the second was written, with first replies in the other order.
 */
function disorderedPairs(written: WrittenMessage[], replies: string[]): [string, string][] {
  const place = ({ question }: WrittenMessage) => replies.indexOf(question.reply);
  return written.flatMap((first, index) =>
    written
      .slice(index + 1)
      .filter(({ writtenAt }) => first.acceptedAt !== undefined && first.acceptedAt <= writtenAt)
      .filter((second) => place(first) !== -1 && place(second) !== -1 && place(second) < place(first))
      .map((second): [string, string] => [first.question.text, second.question.text]),
  );
}

/** The verdict in one line. */
export function verdictLine(verdict: Verdict): string {
  const { examples, ...counts } = verdict;
  return Object.entries(counts)
    .map(([name, count]) => `${count} ${name}`)
    .join(', ');
}
