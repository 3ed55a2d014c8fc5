import {
  createObjectDirectory,
  type ObjectDirectory,
} from '../../../src/content/objects/object-directory.ts';
import { noAspects } from '../../../src/content/schema/aspects.ts';
import type { AspectName, ConditionName, StateName } from '../../../src/content/schema/grid.ts';
import { localFile } from '../../../src/content/schema/local.ts';
import { objectFile } from '../../../src/content/schema/object.ts';
import type { ReadNeed } from '../../../src/intents/object/choose-by-need.ts';

const local = localFile.parse({
  office: { name: 'quầy', place: 'xã', province: 'tỉnh' },
  ...{ helpLines: {}, officialHosts: [], brands: [], procedures: [], extraHolidays: [], forbidden: [] },
  harmlessNumbers: [],
});
const told = { first: 'Lời của ô.', facts: ['A01'] };

/** One object whose steps are an answer of a topic, with cells for a lost passport and for children. */
export function passportObjects(): ObjectDirectory {
  const passport = objectFile.parse({
    ...{ object: 'passport', kind: 'procedure', topic: 'travel', knows: 'desk' },
    ...{ name: 'hộ chiếu', button: 'Hộ chiếu', names: ['hộ chiếu'] },
    answers: { 'passport-fee': ['fee'] },
    say: {
      where: { ...told, covers: ['expired'] },
      how: { intent: 'passport-steps' },
      papers: 'unknown',
      fee: told,
      time: 'n/a',
      can: told,
      who: told,
    },
    when: [
      { state: 'lost', say: { fee: told, papers: 'unknown' } },
      { condition: 'minor', say: { who: told } },
    ],
  });
  const objectFiles = { objects: [passport], aspects: noAspects, faults: { faults: {} }, knows: {} };
  return createObjectDirectory({ local, objectFiles });
}

interface Read {
  aspects?: Record<string, number>;
  states?: Partial<Record<StateName, number>>;
  conditions?: Partial<Record<ConditionName, number>>;
  /** The aspects, the state and the conditions that words of the text tell. */
  said?: AspectName[];
  state?: StateName;
  told?: ConditionName[];
}

/** What was learned to be asked (names with probabilities), and what the words tell. */
export function needOf({ aspects, states, conditions, said = [], state, told = [] }: Read): ReadNeed {
  const list = (of: Record<string, number> = {}) =>
    Object.entries(of).map(([name, probability]) => ({ name, probability }));
  return {
    need: { aspects: list(aspects), states: list(states), conditions: list(conditions), acts: [] },
    objects: {
      ...{ named: [], aspects: said, state, conditions: told },
      ...{ unknown: 0, telling: 0, asksForAll: false, goesOn: false, words: 5, around: 0 },
    },
  };
}
