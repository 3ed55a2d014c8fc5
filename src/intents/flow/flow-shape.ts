import type { z } from 'zod';
import type { Risk } from './risk.ts';

/** The steps of an intent, each with the schema of its data. */
export type Steps = Readonly<Record<string, z.ZodObject>>;
/** The intents of a flow, each with its steps. */
export type Intents = Readonly<Record<string, Steps>>;

declare const built: unique symbol;

/**
 * A call of a flow: one of its intents, and the step. Only a flow's shape or a classifier's candidate makes one, so
 * that a misspelt intent, step or data field does not compile.
 */
export interface IntentCall<Intent extends string = string, Step = string | undefined, Data = unknown> {
  readonly [built]: true;
  readonly intent: Intent;
  readonly step: Step;
  readonly data: Data;
  /** The classifier's probability, 0..1; absent for a tap. */
  readonly confidence?: number | undefined;
}

/** Every call of a flow's intents. A call without a step has no data. */
export type CallOf<I extends Intents> = {
  [Intent in keyof I & string]:
    | IntentCall<Intent, undefined, Record<string, never>>
    | {
        [Step in keyof I[Intent] & string]: IntentCall<Intent, Step, z.output<I[Intent][Step]>>;
      }[keyof I[Intent] & string];
}[keyof I & string];

/** The class of acts of a flow's calls, and of steps that differ from it. */
interface Risks<I extends Intents> {
  risk: Risk;
  steps?: { [Intent in keyof I & string as `${Intent}/${keyof I[Intent] & string}`]?: Risk };
}

/** Data is optional where no field of it is required. */
type DataArgument<Data> = Record<string, never> extends Data ? [data?: Data] : [data: Data];

/** A call as stored in a button or an open step. */
export interface StoredCall {
  readonly intent: string;
  readonly step?: string | undefined;
  readonly data?: unknown;
}

/** The calls that a flow accepts, and the only way to make such calls. */
export interface FlowShape<I extends Intents> {
  /** The highest class of act that a call may do. */
  riskOf(call: Pick<IntentCall, 'intent' | 'step'>): Risk;
  readonly intents: readonly (keyof I & string)[];
  /** A call of an intent without a step. */
  call<Intent extends keyof I & string>(intent: Intent): CallOf<I>;
  /** A call of a step, with its data. */
  call<Intent extends keyof I & string, Step extends keyof I[Intent] & string>(
    intent: Intent,
    step: Step,
    ...data: DataArgument<z.output<I[Intent][Step]>>
  ): CallOf<I>;
  /** Parses a stored call, perhaps of an older version. Undefined when this flow does not know it. */
  parse(stored: StoredCall): CallOf<I> | undefined;
}

/** The shape of a flow whose intents are fixed in the code. */
export function defineFlow<const I extends Intents>(risks: Risks<I>, intents: I): FlowShape<I> {
  return shapeOf<I>(risks, Object.keys(intents), (intent) =>
    Object.hasOwn(intents, intent) ? intents[intent] : undefined,
  );
}

/** The shape of flows whose intents come from content: all have the same steps. */
export function defineContentFlow<const S extends Steps>(risk: Risk, steps: S): FlowShape<Record<string, S>> {
  return shapeOf<Record<string, S>>({ risk }, [], () => steps);
}

/** The call for a classified text. Content and training data name its intents. */
export function classifiedCall(intent: string, confidence: number): IntentCall {
  return { ...made(intent, undefined, {}), confidence };
}

function shapeOf<I extends Intents>(
  { risk, ...others }: Risks<I>,
  intents: readonly (keyof I & string)[],
  stepsOf: (intent: string) => Steps | undefined,
): FlowShape<I> {
  return {
    intents,
    riskOf: ({ intent, step }) =>
      (others.steps as Record<string, Risk> | undefined)?.[`${intent}/${step}`] ?? risk,
    call: (intent: string, step?: string, data: unknown = {}) => made(intent, step, data) as CallOf<I>,
    parse({ intent, step, data = {} }) {
      const steps = stepsOf(intent);
      if (!steps) return undefined;
      if (step === undefined) return made(intent, undefined, {}) as CallOf<I>;
      const read = Object.hasOwn(steps, step) ? steps[step]?.safeParse(data) : undefined;
      return read?.success ? (made(intent, step, read.data) as CallOf<I>) : undefined;
    },
  };
}

function made(intent: string, step: string | undefined, data: unknown): IntentCall {
  return { intent, step, data } as IntentCall;
}
