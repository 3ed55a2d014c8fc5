import type { Procedure, ProcedureDirectory } from '../../content/procedure-directory.ts';
import type { TopicDirectory } from '../../content/topic-directory.ts';
import type { Candidate, Classifier } from '../../nlu/classifier/classifier.ts';
import { detectAddress } from '../../nlu/phrases/form-of-address.ts';
import type { FindByName } from '../find-by-name.ts';
import type { BotContext, IntentCall, IntentHandler } from '../intent-handler.ts';
import { answeredLately } from '../recent-turns.ts';
import { createProcedureReader, type ReadProcedures } from './parse-procedure.ts';
import {
  type ChooseProcedure,
  createChooseProcedure,
  type ProcedureChoice,
  readSlots,
  writeSlots,
} from './procedure-choice.ts';
import { askWhich, composeGuide, wholeGuide } from './procedure-replies.ts';

interface GuideParts {
  directory: TopicDirectory;
  procedures: ProcedureDirectory;
  classifier: Classifier;
  findByName: FindByName;
  /** The classifier's own way of reading a text. */
  normalise(text: string): string;
}

const askBack = 'which-procedure';

/**
 * The procedure guide: where, how, with what, for how much, how long, by whom and on which page a procedure is done;
 * and what was asked right after an answer about one ("còn lệ phí?").
 */
export function createProcedureGuide({
  directory,
  procedures,
  classifier,
  findByName,
  normalise,
}: GuideParts): IntentHandler {
  const read = createProcedureReader(directory.procedures, normalise);
  const choose = createChooseProcedure({ directory: procedures, general: directory.procedures.general });
  const bestOf = (text: string): Candidate | undefined => classifier.classify(text)[0];

  return {
    topic: 'procedures',
    intents: [askBack, ...procedures.all.map(({ intent }) => intent)],
    readsParts: true,
    recognises(ctx) {
      const choice = recognise({ procedures, read, choose, bestOf, findByName }, ctx);
      return choice && callOf(choice);
    },
    handle(ctx, call) {
      const slots = readSlots(call.data.slots);
      const address = detectAddress(ctx.message.text);
      if (address) ctx.remember({ address });
      if (call.intent === askBack) return askWhich(ctx, listed(procedures, call.data.choices), slots);
      const [procedure] = procedures.listByIntent(call.intent);
      if (!procedure) throw new Error(`no such procedure: ${call.intent}`);
      ctx.remember({
        topic: procedure.topic,
        intent: procedure.intent,
        slot: slots.at(-1),
        lastAt: { ...ctx.state.lastAt, answer: ctx.now },
      });
      const { text, buttons } = composeGuide(ctx, {
        directory,
        procedures,
        procedure,
        slots: slots.length > 0 ? slots : wholeGuide,
      });
      ctx.say(text, { buttons, outcome: 'answer' });
    },
    accepts: () => false,
  };
}

interface ParseParams {
  procedures: ProcedureDirectory;
  read: ReadProcedures;
  choose: ChooseProcedure;
  bestOf(text: string): Candidate | undefined;
  findByName: FindByName;
}

function recognise(parts: ParseParams, ctx: BotContext): ProcedureChoice | undefined {
  const { text } = ctx.message;
  const reading = parts.read(text);
  const context = answeredLately(ctx) ? parts.procedures.listByIntent(ctx.state.intent) : [];
  if (reading.named.length === 0 && (context.length === 0 || reading.words === 0)) return undefined;
  // A question's own title is that question, unless a slot of what was just spoken of is asked.
  const goesOn = context.length > 0 && reading.slots.length > 0 && reading.named.length === 0;
  if (!goesOn && parts.findByName(text, ctx.t)) return undefined;
  const [lastSlot] = readSlots(ctx.state.slot);
  return parts.choose({ reading, context, lastSlot, best: parts.bestOf(text) });
}

function callOf({ procedures, slots }: ProcedureChoice): IntentCall | undefined {
  const [procedure, ...others] = procedures;
  if (!procedure) return undefined;
  if (others.length > 0) {
    const choices = procedures.map(({ id }) => id).join(' ');
    return { intent: askBack, data: { choices, slots: writeSlots(slots) } };
  }
  const { how } = procedure;
  if (slots.length === 1 && slots[0] === 'how' && how !== 'unknown' && 'intent' in how) {
    return { intent: how.intent, data: {} };
  }
  return { intent: procedure.intent, data: { slots: writeSlots(slots) } };
}

function listed(procedures: ProcedureDirectory, ids: string | undefined): Procedure[] {
  return (ids ?? '').split(' ').flatMap((id) => procedures.find(id) ?? []);
}
