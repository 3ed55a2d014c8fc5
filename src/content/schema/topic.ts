import { z } from 'zod';

/** One file per topic in `locales/<language>/topics/`. What each part means stands in docs/content.md. */

const intentId = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be kebab-case');
const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'must be yyyy-mm-dd');

const topicButton = z.union([
  z.strictObject({ title: z.string().min(1).max(20), url: z.url() }),
  z.strictObject({ title: z.string().min(1).max(20), intent: intentId }),
]);

export const topicIntent = z.strictObject({
  /** A question in plain words, as a list or a log shows it. */
  title: z.string().min(1).max(80),
  /** The same on a button: at most 20 characters, unique in its topic. */
  button: z.string().min(1).max(20),
  /** What people write; training data. */
  examples: z.array(z.string().min(1)),
  /** Short paragraphs, plain text. Says the core at once; never addresses the reader by a pronoun. */
  answer: z.string().min(1),
  /** One action a line, numbered by the program, names as written on the screen. */
  steps: z.array(z.string().min(1)).optional(),
  /** A closing line after the steps: where to get help in person, what to beware of. */
  after: z.string().min(1).optional(),
  buttons: z.array(topicButton).max(4).optional(),
  /** Intents a resident would ask next; offered as buttons. */
  followups: z.array(intentId).max(4).optional(),
  /** Ids in facts.yaml that carry the answer. */
  facts: z.array(z.string().regex(/^[A-Z]\d{2,}$/)),
  reviewBy: isoDate.optional(),
  /** Speaks of fees, amounts, thresholds or deadlines: not given any more 60 days past its review date. */
  hardLimit: z.boolean().optional(),
  /** Area ids, if only true for them. */
  audience: z.array(z.string()).optional(),
  /** Can only say where to ask. */
  referral: z.boolean().optional(),
  /** Opens a follow-up for a person at once, after the answer. */
  handoff: z.boolean().optional(),
  /** Has to be done when somebody has died: never guessed from the talk alone. */
  afterDeath: z.boolean().optional(),
});

export const topicFile = z.strictObject({
  topic: intentId,
  title: z.string().min(1).max(60),
  button: z.string().min(1).max(20),
  /** One sentence: who knows what no answer of this topic tells. */
  askAt: z.string().min(1).max(160).optional(),
  /** Order in the menu; absent: not in the first menu. */
  menu: z.number().int().optional(),
  intents: z.record(intentId, topicIntent),
});

export const factsFile = z.record(
  z.string().regex(/^[A-Z]\d{2,}$/),
  z.strictObject({
    statement: z.string().min(1),
    mark: z.enum(['A', 'B', 'C', 'seed']),
    /** When it held: yyyy, yyyy-mm, yyyy-mm-dd or a span of them, as the source gives it. */
    held: z.string().min(4),
    /** Where it was read: addresses, at least one; `seed` for the programme of 2024. */
    source: z.array(z.string().min(4)).min(1),
    reviewBy: isoDate,
  }),
);

export type TopicIntent = z.infer<typeof topicIntent>;
export type TopicFile = z.infer<typeof topicFile>;
export type Facts = z.infer<typeof factsFile>;
export type Fact = Facts[string];
