import { readKinds } from '../emergency/kind-head.ts';
import { createPhraseFinder } from '../emergency/phrase-finder.ts';
import { type DetectScam, type ScamReading, type ScamStage, scamLabels, scamStages } from './scam.ts';
import { scamCues } from './scam-cues.ts';
import { readScamWords, scamFeaturesOf } from './scam-features.ts';
import type { ScamModel } from './scam-model.ts';

/**
 * The probability of all stages together. By cross-validation `sure` hears 85 in 100 messages about a scam, 8 in 100
 * near misses and 1 in 100 ordinary messages.
 */
const sure = 0.6;
const likely = 0.2;
/** So few words are sure only when one of them says what was done: "giờ nó đi rồi" may be about anybody. */
const maxFew = 6;

/** What was done at a stage, as `scamCues` names it. */
const actOf: Partial<Record<ScamStage, string>> = {
  installed: 'install',
  'gave-secret': 'give',
  paid: 'pay',
};

/** "Tôi chưa cài": the resident says that what the stage is about was not done. */
function isDenied(stage: ScamStage, cues: ReadonlySet<string>): boolean {
  const act = actOf[stage];
  const isDone = cues.has(`${act}.done`) || cues.has(`${act}..done`);
  return act !== undefined && !isDone && cues.has(`${act}.not`);
}

/** Detects scams, and their stage, with the trained model. */
export function createScamDetector(model: ScamModel): DetectScam {
  const findMeanings = createPhraseFinder(model.meanings, new Set(model.onlyMarked));
  const probabilities = new Float64Array(scamLabels.length);
  const ofStages = probabilities.subarray(0, scamStages.length);

  const read = (text: string): ScamReading | undefined => {
    const words = readScamWords(text);
    if (readKinds(model.head, scamFeaturesOf(words, findMeanings), probabilities) === 0) return undefined;
    const sum = ofStages.reduce((total, each) => total + each, 0);
    const stage = scamStages[ofStages.indexOf(Math.max(...ofStages))];
    if (sum < likely || stage === undefined) return undefined;
    const cues = scamCues(words);
    const isVague = words.length <= maxFew && cues.size === 0;
    const level = sum >= sure && !isVague ? 'sure' : 'likely';
    return isDenied(stage, cues) ? { level, stage: 'about-to', isDenied: true } : { level, stage };
  };
  /** Several handlers ask about the same message. */
  let last: { text: string; reading: ScamReading | undefined } | undefined;
  return (text) => {
    if (last?.text !== text) last = { text, reading: read(text) };
    return last.reading;
  };
}
