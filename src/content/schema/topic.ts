import { z } from 'zod';
import { factId } from './fact-id.ts';

/** One file per topic in `locales/<language>/topics/`. docs/content.md explains each part. */

const intentId = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be kebab-case');
const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'must be yyyy-mm-dd');

const topicButton = z.union([
  z.strictObject({ title: z.string().min(1).max(20), url: z.url() }),
  z.strictObject({ title: z.string().min(1).max(20), intent: intentId }),
]);

export const topicIntent = z.strictObject({
  /** The question in plain words, as used in lists and logs. */
  title: z.string().min(1).max(80),
  /** The question on a button: at most 20 characters, unique in its topic. */
  button: z.string().min(1).max(20),
  /** Messages of residents; training data. */
  examples: z.array(z.string().min(1)),
  /** Short paragraphs, plain text. Begins with the core; never addresses the reader by a pronoun. */
  answer: z.string().min(1),
  /** One action per line, numbered by the program; names exactly as on the screen. */
  steps: z.array(z.string().min(1)).optional(),
  /** A closing line after the steps: where to get help in person, what to beware of. */
  after: z.string().min(1).optional(),
  buttons: z.array(topicButton).max(4).optional(),
  /** Intents that a resident would ask next; offered as buttons. */
  followups: z.array(intentId).max(4).optional(),
  /** Ids in facts.yaml that support the answer. */
  facts: z.array(factId),
  reviewBy: isoDate.optional(),
  /**
   * Contains fees, amounts, thresholds or deadlines: the bot stops giving it 60 days past its review date.
   */
  hardLimit: z.boolean().optional(),
  /** Ids of areas, if the answer applies only to them. */
  audience: z.array(z.string()).optional(),
  /** The answer can only say where to ask. */
  referral: z.boolean().optional(),
  /** The bot opens a ticket right after the answer. */
  handoff: z.boolean().optional(),
  /** To be done after a death: never inferred from context alone. */
  afterDeath: z.boolean().optional(),
  /** The intent that is meant instead by a resident who said that somebody has died: inheritance, not sale. */
  onceDead: intentId.optional(),
});

export const topicFile = z.strictObject({
  topic: intentId,
  title: z.string().min(1).max(60),
  button: z.string().min(1).max(20),
  /** One sentence that names who knows what this topic does not answer. */
  askAt: z.string().min(1).max(160).optional(),
  /** Position in the menu; absent: not in the first menu. */
  menu: z.number().int().optional(),
  intents: z.record(intentId, topicIntent),
});

export const factsFile = z.record(
  factId,
  z.strictObject({
    statement: z.string().min(1),
    mark: z.enum(['A', 'B', 'C', 'seed']),
    /** When the fact was valid: yyyy, yyyy-mm, yyyy-mm-dd or a span of them, as the source gives it. */
    held: z.string().min(4),
    /** Where it was read: at least one address; `seed` for the programme of 2024. */
    source: z.array(z.string().min(4)).min(1),
    reviewBy: isoDate,
  }),
);

export type TopicIntent = z.infer<typeof topicIntent>;
export type TopicFile = z.infer<typeof topicFile>;
export type Facts = z.infer<typeof factsFile>;
export type Fact = Facts[string];
