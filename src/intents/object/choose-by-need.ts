import type { Circumstances, KnownObject } from '../../content/objects/known-object.ts';
import { type SelectedCell, selectCell } from '../../content/objects/select-cell.ts';
import {
  type AspectName,
  aspectNames,
  type ConditionName,
  conditionNames,
  type StateName,
  stateNames,
} from '../../content/schema/grid.ts';
import { toldIn } from '../../content/schema/object.ts';
import type { Likelihoods } from '../../nlu/needs/need.ts';
import type { Understanding } from '../../understanding/understanding.ts';
import type { ObjectChoice } from './choose-object.ts';

/** A cell that a text may ask for. */
export interface RankedCell {
  aspect: AspectName;
  state: StateName | undefined;
  selected: SelectedCell;
  /** Grows with how well the cell fits; comparable within one text only. */
  score: number;
}

export type ReadNeed = Pick<Understanding, 'need' | 'objects'>;

/** A condition as likely as this is told. */
const minCondition = 0.4;
/** A second aspect as likely as this is asked for as well; with its words in the text less is enough. */
const minSecond = { learned: 0.3, said: 0.06 };
/** With less than this nothing is asked for but the object. */
const minAspect = 0.15;
/** How much the words of a state in the text count beside what was learned. */
const stateSaid = { factor: 3, atLeast: 0.05 };
/** A less likely state is only noise: a few words tell hardly anything. */
const minLearned = 0.1;
/** A state that is likely enough to be remembered. */
const minState = 0.6;
/** How likely it is that a message still asks in the state that was told before it. */
const stateBefore = 0.3;
const nothingBefore: Circumstances = { conditions: [] };
/** The cost of what the cell does not mention, the gain of what it was written for. */
const fit = { stateLacking: 0.7, conditionLacking: 0.4, state: 2, condition: 0.5, standIn: 0.7 };
/** "We do not know" is rather said where a neighbouring cell has less to do with the question. */
const unknownFactor = 0.5;

/**
 * What the bot tells of an object that a text is about: the cells that it most likely asks for, else the card. Pure.
 * @param before what the resident has told of their case
 */
export function chooseByNeed(object: KnownObject, read: ReadNeed, before = nothingBefore): ObjectChoice {
  const conditions = conditionsOf(read, before);
  const [best] = rankCells(object, read, before);
  if (!best) return { objects: [object], aspects: [], conditions };
  const { state } = best;
  const isOwnText = toldIn(best.selected.cell) !== undefined;
  const second = named(aspectNames, read.need.aspects)
    .filter(({ name, probability }) => {
      const needed = read.objects.aspects.includes(name) ? minSecond.said : minSecond.learned;
      return probability >= needed && name !== best.aspect;
    })
    .find(({ name }) => toldIn(selectCell(object, name, { state, conditions })?.cell))?.name;
  const aspects = aspectNames.filter((aspect) => aspect === best.aspect || (isOwnText && aspect === second));
  return { objects: [object], aspects, conditions, ...(state && { state }) };
}

/** The cells of an object, the best for a text first. */
export function rankCells(object: KnownObject, read: ReadNeed, before = nothingBefore): RankedCell[] {
  const conditions = conditionsOf(read, before);
  const states = statesOf(read, before);
  const aspects = named(aspectNames, read.need.aspects);
  if ((aspects[0]?.probability ?? 0) < minAspect) return [];
  const cells = aspects.flatMap((aspect) =>
    states.flatMap((state) => {
      const selected = selectCell(object, aspect.name, { state: state.name, conditions });
      if (!selected || selected.cell === 'n/a') return [];
      const score = aspect.probability * state.probability * fitOf(selected, aspect.name);
      return [{ aspect: aspect.name, state: state.name, selected, score }];
    }),
  );
  return cells.sort((a, b) => b.score - a.score);
}

function fitOf({ declares, lacks, aspect, cell }: SelectedCell, asked: AspectName): number {
  const lacking = (lacks.state ? fit.stateLacking : 0) + lacks.conditions.length * fit.conditionLacking;
  const gained = (declares.state ? fit.state : 0) + declares.conditions.length * fit.condition;
  const factor = (aspect === asked ? 1 : fit.standIn) * (cell === 'unknown' ? unknownFactor : 1);
  return Math.exp(gained - lacking) * factor;
}

/** The state and the conditions that a text tells, with what was told before. */
export function toldBy(read: ReadNeed, before: Circumstances): Circumstances {
  const [learned] = named(stateNames, read.need.states);
  const state =
    read.objects.state ?? (learned && learned.probability >= minState ? learned.name : before.state);
  return { ...(state && { state }), conditions: conditionsOf(read, before) };
}

/** The states that it may tell, and that it tells none. */
function statesOf(
  { need, objects }: ReadNeed,
  before: Circumstances,
): { name: StateName | undefined; probability: number }[] {
  const learned = named(stateNames, need.states);
  const none = 1 - learned.reduce((sum, { probability }) => sum + probability, 0);
  const said = objects.state;
  const others = learned.filter(({ name, probability }) => name !== said && probability >= minLearned);
  const asSaid = learned.find(({ name }) => name === said)?.probability ?? 0;
  return [
    { name: undefined, probability: Math.max(none, 0) },
    ...others,
    ...(said ? [{ name: said, probability: asSaid * stateSaid.factor + stateSaid.atLeast }] : []),
    ...(before.state && before.state !== said ? [{ name: before.state, probability: stateBefore }] : []),
  ];
}

function conditionsOf({ need, objects }: ReadNeed, before: Circumstances): ConditionName[] {
  const learned = named(conditionNames, need.conditions)
    .filter(({ probability }) => probability >= minCondition)
    .map(({ name }) => name);
  const told = [...before.conditions, ...objects.conditions, ...learned];
  return conditionNames.filter((name) => told.includes(name));
}

/** Drops names that the grid does not have any more. */
function named<Name extends string>(names: readonly Name[], likelihoods: Likelihoods) {
  return likelihoods.flatMap(({ name, probability }) => {
    const known = names.find((one) => one === name);
    return known === undefined ? [] : [{ name: known, probability }];
  });
}
