import type { Button } from '../message.ts';
import { fitButtons, notHelpedButton, personButton, replyButton } from './buttons.ts';
import type { BotContext } from './intent-handler.ts';
import { writeSlots } from './procedure-choice.ts';
import { type Procedure, type ProcedureDirectory, toldSlots } from './procedure-directory.ts';
import { type SlotName, slotNames } from './procedure-schema.ts';
import { ageOf, freshness } from './render-answer.ts';
import type { TopicDirectory } from './topic-directory.ts';

/** What the guide says. */
export interface ProcedureReplies {
  /** Some slots of a procedure; those without words are named with who knows them. */
  tell(ctx: BotContext, procedure: Procedure, slots: readonly SlotName[]): void;
  /** Which of several procedures was meant; the slots asked for go with the buttons. */
  askWhich(ctx: BotContext, procedures: readonly Procedure[], slots: readonly SlotName[]): void;
}

/** What a whole guide tells; the way to do it and the page to do it on are buttons. */
export const wholeGuide: readonly SlotName[] = ['where', 'bring', 'fee', 'time', 'who'];

/** One place stays for a person. */
const mostOffered = 4;

export function createProcedureReplies(
  directory: TopicDirectory,
  procedures: ProcedureDirectory,
): ProcedureReplies {
  /** The slots that may be told today: with words, and not too old. */
  function tellable(ctx: BotContext, procedure: Procedure, slots: readonly SlotName[]) {
    return toldSlots(procedure, slots).filter(
      ({ slot }) => ageOf(procedures.carrying([slot]), directory, ctx.now).state !== 'expired',
    );
  }

  function textOf(ctx: BotContext, procedure: Procedure, slots: readonly SlotName[]): string {
    const told = tellable(ctx, procedure, slots);
    const carried = procedures.carrying(told.map(({ slot }) => slot));
    const unknown = slots.filter((name) => !told.some((one) => one.name === name));
    const lines = told.map(({ name, slot }) =>
      ctx.t('procedure.line', { label: ctx.t(`procedure.label.${name}`), text: slot.text }),
    );
    return [
      directory.language !== 'vi' && ctx.t('language.only_vietnamese'),
      ctx.t('procedure.about', { name: procedure.name }),
      lines.join('\n'),
      unknown.length > 0 && unknownLine(ctx, procedure, unknown),
      freshness({ carried, directory, t: ctx.t, age: ageOf(carried, directory, ctx.now) }),
    ]
      .filter(Boolean)
      .join('\n\n');
  }

  function unknownLine(ctx: BotContext, procedure: Procedure, unknown: readonly SlotName[]): string {
    const labels = unknown.map((name) => ctx.t(`procedure.label.${name}`));
    const what = [labels[0], ...labels.slice(1).map((label) => label.toLowerCase())].join(', ');
    return ctx.t('procedure.unknown', { what, who: procedures.whoKnows(procedure) });
  }

  /** The page to do it on, the way to do it, and what else is known of it. */
  function nextButtons(ctx: BotContext, procedure: Procedure, slots: readonly SlotName[]): Button[] {
    const { how, link } = procedure;
    const page: Button[] =
      link !== 'unknown' && link.url
        ? [{ kind: 'open-url', title: ctx.t('procedure.open_button'), url: link.url }]
        : [];
    const steps = how !== 'unknown' && 'intent' in how ? directory.findIntent(how.intent) : undefined;
    const way = steps ? [replyButton(ctx.t('procedure.how_button'), { intent: steps.id })] : [];
    const others = tellable(ctx, procedure, slotNames)
      .filter(({ name }) => !slots.includes(name) && !(name === 'link' && page.length > 0))
      .map(({ name }) => slotButton(ctx, procedure, name));
    return [...page, ...way, ...others];
  }

  return {
    tell(ctx, procedure, slots) {
      const knowsAny = tellable(ctx, procedure, slots).length > 0;
      ctx.say(textOf(ctx, procedure, slots), {
        buttons: fitButtons(nextButtons(ctx, procedure, slots).slice(0, mostOffered), [
          knowsAny ? notHelpedButton(ctx) : personButton(ctx),
        ]),
        outcome: 'answer',
      });
    },
    askWhich(ctx, choices, slots) {
      const buttons = choices
        .slice(0, mostOffered)
        .map(({ button, intent }) =>
          replyButton(button, { intent, step: 'tell', data: { slots: writeSlots(slots) } }),
        );
      ctx.say(ctx.t('procedure.which'), {
        buttons: fitButtons(buttons, [personButton(ctx)]),
        outcome: 'clarify',
      });
    },
  };
}

function slotButton(ctx: BotContext, { intent }: Procedure, name: SlotName): Button {
  return replyButton(ctx.t(`procedure.${name}_button`), { intent, step: 'tell', data: { slots: name } });
}
