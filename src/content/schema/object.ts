import { z } from 'zod';
import { factId } from './fact-id.ts';
import { aspectNames, conditionNames, kindNames, stateNames } from './grid.ts';

/** One file per object in `locales/<language>/objects/`. docs/content.md explains each part. */

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be kebab-case');
const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'must be yyyy-mm-dd');
const aspectName = z.enum(aspectNames);
const stateName = z.enum(stateNames);
const conditionName = z.enum(conditionNames);
const oneOrMore = <Item extends z.ZodType>(item: Item) =>
  z.preprocess((value) => (typeof value === 'string' ? [value] : value), z.array(item).min(1));

const cellButton = z.union([
  z.strictObject({ title: z.string().min(1).max(20), url: z.url() }),
  z.strictObject({ title: z.string().min(1).max(20), intent: id }),
]);

/** A cell with its own text. */
export const toldCell = z.strictObject({
  /** Answers the question in one sentence. */
  first: z.string().min(1),
  /** What the resident needs besides, in one or two sentences. */
  body: z.string().min(1).optional(),
  /** One action per line, numbered by the program; only where the question is how. */
  steps: z.array(z.string().min(1)).min(1).max(4, 'at most 4 steps').optional(),
  /** Ids in facts.yaml that support every number, name and address. */
  facts: z.array(factId).default([]),
  /** Common knowledge without a number, which needs no fact; an office reads it before it is used. */
  general: z.literal(true).optional(),
  reviewBy: isoDate.optional(),
  /** Ids of areas, if the cell holds only there. */
  audience: z.array(z.string()).min(1).optional(),
  buttons: z.array(cellButton).max(2).optional(),
  /** States and conditions in which the text holds as it is, without a variant of their own. */
  covers: z.array(z.union([stateName, conditionName])).default([]),
});

/** The answer of a topic, with its steps and buttons. */
const answeredCell = z.strictObject({ intent: id });

/** Nobody here knows: the bot says so and names who does. */
const unknown = z.literal('unknown');
/** The question makes no sense for this object. */
const notApplicable = z.literal('n/a');

const cell = z.union([unknown, notApplicable, answeredCell, toldCell], {
  error: ({ input }) => cellError(input),
});

const cells = z.partialRecord(aspectName, cell);

const variant = z
  .strictObject({
    state: stateName.optional(),
    condition: oneOrMore(conditionName).optional(),
    say: cells,
  })
  .refine(({ state, condition }) => state ?? condition, 'needs a state or a condition');

/** How a shared template of faults.yaml is filled in for this app. */
const filledFault = z.union([
  unknown,
  notApplicable,
  z.strictObject({
    /** The values of the placeholders besides `{{name}}`. */
    with: z.record(z.string(), z.string().min(1)).default({}),
    facts: z.array(factId).default([]),
    /** The values are common knowledge too. */
    general: z.literal(true).optional(),
  }),
]);

export const objectFile = z.strictObject({
  /** Same as the name of the file. */
  object: id,
  kind: z.enum(kindNames),
  topic: id,
  /** The name as used within a sentence. */
  name: z.string().min(1).max(70),
  /** The name on a button: at most 20 characters. */
  button: z.string().min(1).max(20),
  /** How residents name it. If several objects share a name, the bot asks which one. */
  names: z.array(z.string().min(1)).min(1),
  /** Words that mean it where no object is named, such as the products of a provider. */
  implied: z.array(z.string().min(1)).default([]),
  /** The object that answers what this one does not declare. */
  parent: id.optional(),
  /** States and conditions that hold whenever it is asked about: a birth is a child's. */
  covers: z.array(z.union([stateName, conditionName])).default([]),
  /** Who knows what is unknown here: a key of knows.yaml. */
  knows: id,
  /** Answers of topics about this object, each with the aspects that it tells. */
  answers: z.record(id, z.array(aspectName)).default({}),
  say: cells,
  when: z.array(variant).default([]),
  faults: z.partialRecord(stateName, filledFault).default({}),
});

export type ObjectFile = z.infer<typeof objectFile>;
export type Cell = z.infer<typeof cell>;
/** A cell with its own text. */
export type ToldCell = z.infer<typeof toldCell>;
export type Cells = ObjectFile['say'];
export type FilledFault = z.infer<typeof filledFault>;

/** The text of a cell, if it has its own. */
export function toldIn(one: Cell | undefined): ToldCell | undefined {
  return typeof one === 'object' && 'first' in one ? one : undefined;
}

/** The first reason why a value is no cell; a union alone would only say "invalid input". */
function cellError(input: unknown): string {
  if (typeof input !== 'object' || input === null) return 'must be unknown, n/a, or a text with "first"';
  const shape = 'intent' in input ? answeredCell : toldCell;
  const [issue] = shape.safeParse(input).error?.issues ?? [];
  return issue ? [issue.path.join('.'), issue.message].filter(Boolean).join(': ') : 'is no cell';
}
