import type { Circumstances, KnownObject } from '../../content/objects/known-object.ts';
import type { ObjectDirectory } from '../../content/objects/object-directory.ts';
import { selectCell } from '../../content/objects/select-cell.ts';
import { wholeCell } from '../../content/objects/whole-cell.ts';
import { ageOf } from '../../content/review-age.ts';
import { type AspectName, aspectNames } from '../../content/schema/grid.ts';
import { type Cell, type ToldCell, toldIn } from '../../content/schema/object.ts';
import type { TopicDirectory } from '../../content/topic-directory.ts';
import type { Button } from '../../message.ts';
import { capitalised } from '../../nlu/text/first-letter.ts';
import { foldText } from '../../nlu/text/fold-text.ts';
import { fitButtons, notHelpedButton, personButton, replyButton } from '../buttons.ts';
import type { BotContext } from '../flow/bot-context.ts';
import { type AskedOfObject, answers, objectAnswers } from '../flow/flow-shapes.ts';
import { freshness } from '../render-answer.ts';

/** Leaves one button for a person. */
const maxOffered = 4;

export interface CellsParams {
  directory: TopicDirectory;
  objects: ObjectDirectory;
  object: KnownObject;
  /** The cells to tell, in this order; one that is unknown gets who knows. */
  aspects: readonly AspectName[];
  /** The state and the conditions that the question tells. */
  told: Circumstances;
  /** Whether the answer before it is about the same object. */
  isBeside?: boolean | undefined;
}

type Words = Pick<BotContext, 't' | 'now'>;

/** Some cells of an object as one message, with buttons for its other cells. */
export function composeCells(ctx: Words, telling: CellsParams): { text: string; buttons: Button[] } {
  const last = tellable(ctx, telling, telling.aspects).length > 0 ? notHelpedButton(ctx) : personButton(ctx);
  return {
    text: textOf(ctx, telling),
    buttons: fitButtons(nextButtons(ctx, telling).slice(0, maxOffered), [last]),
  };
}

/** Asks which of several objects is meant; the buttons carry what was asked. */
export function askWhich(ctx: BotContext, choices: readonly KnownObject[], asked: AskedOfObject): void {
  const buttons = choices
    .slice(0, maxOffered)
    .map(({ button, intent }) => replyButton(button, objectAnswers.call(intent, 'tell', asked)));
  ctx.say(ctx.t('object.which'), {
    buttons: fitButtons(buttons, [personButton(ctx)]),
    outcome: 'clarify',
  });
}

function cellOf({ object, told }: CellsParams, aspect: AspectName): Cell | undefined {
  return selectCell(object, aspect, told)?.cell;
}

/** The cells that have a text that is not outdated. */
function tellable(
  { now }: Words,
  telling: CellsParams,
  aspects: readonly AspectName[],
): { aspect: AspectName; cell: ToldCell }[] {
  const { directory, objects } = telling;
  return aspects.flatMap((aspect) => {
    const cell = toldIn(cellOf(telling, aspect));
    const isOutdated = cell && ageOf(objects.carrying([cell]), directory, now).state === 'expired';
    return cell && !isOutdated ? [{ aspect, cell }] : [];
  });
}

function textOf(ctx: Words, telling: CellsParams): string {
  const { directory, objects, object, aspects } = telling;
  const { t, now } = ctx;
  const told = tellable(ctx, telling, aspects);
  const untold = aspects.filter((aspect) => !told.some((one) => one.aspect === aspect));
  const askable = untold.filter((aspect) => isAskable(cellOf(telling, aspect)));
  // A heading alone would say nothing.
  const unknown = told.length === 0 && askable.length === 0 ? untold : askable;
  const carried = objects.carrying(told.map(({ cell }) => cell));
  const texts = told.map(({ cell }) => wholeCell(cell));
  const isNamed = texts.length === 1 && namesObject(texts[0] ?? '', object);
  return [
    directory.language !== 'vi' && t('language.only_vietnamese'),
    heading(ctx, telling) ?? (!isNamed && t('object.about', { name: object.name })),
    ...texts,
    unknown.length > 0 && unknownLine(ctx, telling, { unknown, isAll: told.length === 0 }),
    told.length > 0 && freshness({ carried, directory, t, age: ageOf(carried, directory, now) }),
  ]
    .filter(Boolean)
    .join('\n\n');
}

function heading({ t }: Words, { aspects, isBeside }: CellsParams): string | undefined {
  const [aspect] = aspects;
  return isBeside && aspect ? t('object.beside', { what: t(`object.label.${aspect}`) }) : undefined;
}

/** Whether the object could have text here: it is declared unknown, or its text is outdated. */
function isAskable(cell: Cell | undefined): boolean {
  return cell === 'unknown' || toldIn(cell) !== undefined;
}

/** Whether a text says which object it is about, in any of the object's names. */
function namesObject(text: string, { name, button, names }: KnownObject): boolean {
  const folded = ` ${foldText(text)} `;
  return [name, button, ...names].some((one) => folded.includes(` ${foldText(one)} `));
}

function unknownLine(
  { t }: Words,
  { objects, object }: CellsParams,
  { unknown, isAll }: { unknown: readonly AspectName[]; isAll: boolean },
): string {
  const what = unknown.map((aspect) => t(`object.label.${aspect}`)).join(', ');
  const values = { what, What: capitalised(what), who: objects.knower(object) };
  return t(isAll ? 'object.unknown' : 'object.also_unknown', values);
}

/** Buttons of the told cells, the way to do it, and the other cells. */
export function nextButtons(ctx: Words, telling: CellsParams): Button[] {
  const { directory, aspects } = telling;
  const told = tellable(ctx, telling, aspects);
  const online = aspects.includes('online') ? [] : tellable(ctx, telling, ['online']);
  const own = [...told, ...online].flatMap(({ cell }) =>
    (cell.buttons ?? []).flatMap((button): Button[] => {
      if ('url' in button) return [{ kind: 'open-url', title: button.title, url: button.url }];
      return directory.findIntent(button.intent)
        ? [replyButton(button.title, answers.call(button.intent))]
        : [];
    }),
  );
  const opensPage = online.some(({ cell }) => cell.buttons?.some((button) => 'url' in button));
  const others = aspectNames
    .filter((aspect) => !aspects.includes(aspect) && !(aspect === 'online' && opensPage))
    .flatMap((aspect) => aspectButton(ctx, telling, aspect));
  const isHow = ({ title }: Button) => title === ctx.t('object.button.how');
  return [...own, ...others.filter(isHow), ...others.filter((button) => !isHow(button))];
}

function aspectButton(ctx: Words, telling: CellsParams, aspect: AspectName): Button[] {
  const { directory, object, told } = telling;
  const title = ctx.t(`object.button.${aspect}`);
  const selected = selectCell(object, aspect, told);
  // The stand-in has a button of its own.
  if (selected?.aspect !== aspect) return [];
  if (typeof selected.cell === 'object' && 'intent' in selected.cell) {
    const intent = directory.findIntent(selected.cell.intent);
    return intent ? [replyButton(title, answers.call(intent.id))] : [];
  }
  if (tellable(ctx, telling, [aspect]).length === 0) return [];
  const { state } = told;
  const asked = { aspects: [aspect], ...(state && { state }), conditions: [...told.conditions] };
  return [replyButton(title, objectAnswers.call(object.intent, 'tell', asked))];
}
