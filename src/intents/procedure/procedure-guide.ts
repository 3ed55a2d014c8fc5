import type { ProcedureDirectory } from '../../content/procedure-directory.ts';
import { type SlotName, slotNames } from '../../content/schema/procedure.ts';
import type { TopicDirectory } from '../../content/topic-directory.ts';
import type { Understanding } from '../../understanding/understanding.ts';
import { createFlow, type Flow } from '../flow/flow.ts';
import type { IntentCall } from '../flow/flow-shape.ts';
import { answers, procedureGuide, whichProcedure } from '../flow/flow-shapes.ts';
import { answeredLately, type Talk } from '../flow/talk.ts';
import { type ChooseProcedure, createChooseProcedure, type ProcedureChoice } from './procedure-choice.ts';
import { askWhich, composeGuide, wholeGuide } from './procedure-replies.ts';

interface GuideParts {
  directory: TopicDirectory;
  procedures: ProcedureDirectory;
}

/**
 * The procedure guide: where, how, with which papers, at what fee, how long, with which office and on which page a
 * procedure is done; also questions right after an answer about one ("còn lệ phí?").
 */
export function createProcedureGuide({ directory, procedures }: GuideParts): Flow {
  const choose = createChooseProcedure({ directory: procedures, general: directory.procedures.general });
  return createFlow(procedureGuide, {
    name: 'procedure-guide',
    topic: 'procedures',
    intents: procedures.all.map(({ intent }) => intent),
    matchesParts: true,
    matches(u, talk) {
      const choice = match({ procedures, choose }, u, talk);
      return choice && callOf(choice);
    },
    join: joinSlots,
    handle(ctx, call) {
      const [procedure] = procedures.listByIntent(call.intent);
      if (!procedure) throw new Error(`no such procedure: ${call.intent}`);
      const { slots = [] } = call.data;
      ctx.remember({ topic: procedure.topic, intent: procedure.intent, slot: slots.at(-1) });
      ctx.mark('answer');
      const told = slots.length > 0 ? slots : wholeGuide;
      const { text, buttons } = composeGuide(ctx, { directory, procedures, procedure, slots: told });
      ctx.say(text, { buttons, outcome: 'answer' });
    },
  });
}

/** Asks which of several procedures is meant. */
export function createWhichProcedure(procedures: ProcedureDirectory): Flow {
  return createFlow(whichProcedure, {
    name: 'which-procedure',
    topic: 'procedures',
    handle(ctx, { data: { choices = [], slots = [] } }) {
      askWhich(
        ctx,
        choices.flatMap((id) => procedures.find(id) ?? []),
        slots,
      );
    },
  });
}

interface MatchParts {
  procedures: ProcedureDirectory;
  choose: ChooseProcedure;
}

function match(
  { procedures, choose }: MatchParts,
  u: Understanding,
  talk: Talk,
): ProcedureChoice | undefined {
  const reading = u.procedures;
  const context = answeredLately(talk) ? procedures.listByIntent(talk.state.intent) : [];
  if (reading.named.length === 0 && (context.length === 0 || reading.words === 0)) return undefined;
  // A question's own title means that question, unless it asks for a slot of the last procedure.
  const goesOn = context.length > 0 && reading.slots.length > 0 && reading.named.length === 0;
  if (!goesOn && u.name) return undefined;
  const lastSlot = slotNames.find((slot) => slot === talk.state.slot);
  return choose({ reading, context, lastSlot, best: u.candidates[0] });
}

function callOf({ procedures, slots }: ProcedureChoice): IntentCall | undefined {
  const [procedure, ...others] = procedures;
  if (!procedure) return undefined;
  if (others.length > 0) {
    return whichProcedure.call('which-procedure', 'choose', {
      choices: procedures.map(({ id }) => id),
      slots,
    });
  }
  const { how } = procedure;
  if (slots.length === 1 && slots[0] === 'how' && how !== 'unknown' && 'intent' in how) {
    return answers.call(how.intent);
  }
  return procedureGuide.call(procedure.intent, 'tell', { slots });
}

/** "Cần gì? mất mấy ngày? bao nhiêu tiền?" about one procedure gets one answer. */
function joinSlots(one: IntentCall, other: IntentCall): IntentCall | undefined {
  const [a, b] = [procedureGuide.parse(one), procedureGuide.parse(other)];
  if (a?.step !== 'tell' || b?.step !== 'tell' || a.intent !== b.intent) return undefined;
  const slots = joined(a.data.slots, b.data.slots);
  return slots && procedureGuide.call(a.intent, 'tell', { slots });
}

/** Undefined when one of them asks for the whole guide. */
function joined(one: readonly SlotName[], other: readonly SlotName[]): SlotName[] | undefined {
  if (one.length === 0 || other.length === 0) return undefined;
  return slotNames.filter((slot) => one.includes(slot) || other.includes(slot));
}
