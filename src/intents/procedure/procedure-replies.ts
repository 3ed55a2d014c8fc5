import { type Procedure, type ProcedureDirectory, toldSlots } from '../../content/procedure-directory.ts';
import { ageOf } from '../../content/review-age.ts';
import { type SlotName, slotNames } from '../../content/schema/procedure.ts';
import type { TopicDirectory } from '../../content/topic-directory.ts';
import type { Button } from '../../message.ts';
import { fitButtons, notHelpedButton, personButton, replyButton } from '../buttons.ts';
import type { BotContext } from '../flow/bot-context.ts';
import { answers, procedureGuide } from '../flow/flow-shapes.ts';
import { freshness } from '../render-answer.ts';

/** The slots of a whole guide; the way to do it and its page are buttons. */
export const wholeGuide: readonly SlotName[] = ['where', 'bring', 'fee', 'time', 'who'];

/** Leaves one button for a person. */
const maxOffered = 4;

interface GuideParams {
  directory: TopicDirectory;
  procedures: ProcedureDirectory;
  procedure: Procedure;
  /** The slots to tell, in this order; a slot without a text gets the office that knows. */
  slots: readonly SlotName[];
}

/** Some slots of a procedure as one message, with buttons for its other slots. */
export function composeGuide(
  ctx: Pick<BotContext, 't' | 'now'>,
  telling: GuideParams,
): { text: string; buttons: Button[] } {
  const told = tellable(ctx, telling, telling.slots);
  const last = told.length > 0 ? notHelpedButton(ctx) : personButton(ctx);
  return {
    text: textOf(ctx, telling),
    buttons: fitButtons(nextButtons(ctx, telling).slice(0, maxOffered), [last]),
  };
}

/** Asks which of several procedures is meant; the buttons carry the slots. */
export function askWhich(ctx: BotContext, choices: readonly Procedure[], slots: readonly SlotName[]): void {
  const buttons = choices
    .slice(0, maxOffered)
    .map(({ button, intent }) =>
      replyButton(button, procedureGuide.call(intent, 'tell', { slots: [...slots] })),
    );
  ctx.say(ctx.t('procedure.which'), {
    buttons: fitButtons(buttons, [personButton(ctx)]),
    outcome: 'clarify',
  });
}

/** The slots that have a text that is not outdated. */
function tellable(
  { now }: Pick<BotContext, 'now'>,
  { directory, procedures, procedure }: GuideParams,
  slots: readonly SlotName[],
) {
  return toldSlots(procedure, slots).filter(
    ({ slot }) => ageOf(procedures.carrying([slot]), directory, now).state !== 'expired',
  );
}

function textOf(ctx: Pick<BotContext, 't' | 'now'>, telling: GuideParams): string {
  const { directory, procedures, procedure, slots } = telling;
  const { t, now } = ctx;
  const told = tellable(ctx, telling, slots);
  const carried = procedures.carrying(told.map(({ slot }) => slot));
  const unknown = slots.filter((name) => !told.some((one) => one.name === name));
  const lines = told.map(({ name, slot }) =>
    t('procedure.line', { label: t(`procedure.label.${name}`), text: slot.text }),
  );
  return [
    directory.language !== 'vi' && t('language.only_vietnamese'),
    t('procedure.about', { name: procedure.name }),
    ...lines,
    unknown.length > 0 && unknownLine(ctx, telling, unknown),
    freshness({ carried, directory, t, age: ageOf(carried, directory, now) }),
  ]
    .filter(Boolean)
    .join('\n\n');
}

function unknownLine(
  { t }: Pick<BotContext, 't'>,
  { procedures, procedure }: GuideParams,
  unknown: readonly SlotName[],
): string {
  const labels = unknown.map((name) => t(`procedure.label.${name}`));
  const what = [labels[0], ...labels.slice(1).map((label) => label.toLowerCase())].join(', ');
  return t('procedure.unknown', { what, who: procedures.responsibleOffice(procedure) });
}

/** Buttons for the page, the way to do it, and the other slots. */
function nextButtons(ctx: Pick<BotContext, 't' | 'now'>, telling: GuideParams): Button[] {
  const { directory, procedure, slots } = telling;
  const { how, link, intent } = procedure;
  const page: Button[] =
    link !== 'unknown' && link.url
      ? [{ kind: 'open-url', title: ctx.t('procedure.open_button'), url: link.url }]
      : [];
  const steps = how !== 'unknown' && 'intent' in how ? directory.findIntent(how.intent) : undefined;
  const way = steps ? [replyButton(ctx.t('procedure.how_button'), answers.call(steps.id))] : [];
  const others = tellable(ctx, telling, slotNames)
    .filter(({ name }) => !slots.includes(name) && !(name === 'link' && page.length > 0))
    .map(({ name }) =>
      replyButton(ctx.t(`procedure.${name}_button`), procedureGuide.call(intent, 'tell', { slots: [name] })),
    );
  return [...page, ...way, ...others];
}
