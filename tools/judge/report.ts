import { z } from 'zod';
import { formatTable } from '../../src/cli/format-table.ts';
import { OperatorError } from '../../src/errors.ts';

/** What a judge calls a reply. */
const labels = ['RIGHT', 'PARTLY', 'ASK_OK', 'ASK_BAD', 'WRONG', 'FALSE', 'DECLINE_BAD'] as const;
type Label = (typeof labels)[number];

const judgedReply = z.object({
  id: z.string(),
  label: z.enum(labels),
  kind: z.string().optional(),
  /** Why it is not right: content, selection, wording … */
  cause: z.string().optional(),
});
const judgedTalk = z.object({ id: z.string(), talk: z.literal(true), reached: z.boolean() });
const judgedLine = z.union([judgedTalk, judgedReply]);
type JudgedReply = z.infer<typeof judgedReply>;

/** Shares that are told together, in this order. */
const sums: [string, Label[]][] = [
  ['RIGHT', ['RIGHT']],
  ['RIGHT + ASK_OK', ['RIGHT', 'ASK_OK']],
  ['PARTLY', ['PARTLY']],
  ['WRONG + FALSE', ['WRONG', 'FALSE']],
  ['ASK_BAD', ['ASK_BAD']],
  ['DECLINE_BAD', ['DECLINE_BAD']],
];

/** The tables of judged replies and talks. @throws OperatorError naming the first line that is no judgement */
export function report(lines: readonly unknown[], file: string): string {
  const judged = lines.map((line, at) => {
    const parsed = judgedLine.safeParse(line);
    if (parsed.success) return parsed.data;
    throw new OperatorError(
      `${file}:${at + 1} is no judgement: {"id", "label"} or {"id", "talk": true, "reached"}`,
    );
  });
  const replies = judged.filter((line): line is JudgedReply => 'label' in line);
  const talks = judged.filter((line) => 'talk' in line);
  const reached = talks.filter((line) => line.reached).length;
  const parts = [
    formatTable(['All', 'replies', 'share', '95 % interval'], sums.map(rowOf(replies))),
    formatTable(
      ['By kind', 'replies', ...sums.map(([name]) => name)],
      groupsOf(replies, ({ kind }) => kind ?? '-').map(([kind, own]) => [
        kind,
        `${own.length}`,
        ...sums.map(([, among]) => percent(share(own, among))),
      ]),
    ),
    formatTable(
      ['Cause of what is not right', 'replies', 'of all'],
      groupsOf(
        replies.filter(({ cause }) => cause !== undefined),
        ({ cause }) => cause ?? '-',
      ).map(([cause, own]) => [cause, `${own.length}`, percent(own.length / replies.length)]),
    ),
    ...(talks.length > 0
      ? [
          `Talks that reached their purpose: ${reached} of ${talks.length}, ${percent(reached / talks.length)}\n`,
        ]
      : []),
  ];
  return parts.join('\n');
}

function rowOf(replies: readonly JudgedReply[]) {
  return ([name, among]: [string, Label[]]): string[] => {
    const count = replies.filter(({ label }) => among.includes(label)).length;
    const [low, high] = wilson(count, replies.length);
    return [name, `${count}`, percent(count / replies.length), `${percent(low)} – ${percent(high)}`];
  };
}

function share(replies: readonly JudgedReply[], among: readonly Label[]): number {
  return replies.filter(({ label }) => among.includes(label)).length / replies.length;
}

function groupsOf(
  replies: readonly JudgedReply[],
  keyOf: (reply: JudgedReply) => string,
): [string, JudgedReply[]][] {
  const groups = new Map<string, JudgedReply[]>();
  for (const reply of replies) groups.set(keyOf(reply), [...(groups.get(keyOf(reply)) ?? []), reply]);
  return [...groups].sort(([, a], [, b]) => b.length - a.length);
}

/** Wilson's interval for a share, at 95 %: https://en.wikipedia.org/wiki/Binomial_proportion_confidence_interval */
function wilson(count: number, of: number): [number, number] {
  const z2 = 1.96 ** 2;
  const p = count / of;
  const middle = p + z2 / (2 * of);
  const half = 1.96 * Math.sqrt((p * (1 - p)) / of + z2 / (4 * of ** 2));
  return [(middle - half) / (1 + z2 / of), (middle + half) / (1 + z2 / of)];
}

function percent(part: number): string {
  return `${(100 * part).toFixed(1)} %`;
}
