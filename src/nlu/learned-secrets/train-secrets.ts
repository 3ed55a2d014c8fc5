import { type KindExample, trainKinds } from '../emergency/train-kinds.ts';
import {
  candidatesIn,
  mayHoldSecret,
  type SecretLesson,
  type SecretModel,
  secretLabels,
} from './learned-secrets.ts';
import { secretFeatures } from './secret-features.ts';
import { readSecretText, readSecretTokens } from './secret-tokens.ts';

/** Trains the model of secrets. Deterministic. */
export function trainSecrets(lessons: readonly SecretLesson[]): SecretModel {
  return trainKinds(lessons.flatMap(examplesOf), secretLabels.length);
}

function examplesOf({ text, secrets }: SecretLesson): KindExample[] {
  const read = readSecretText(text);
  if (!mayHoldSecret(read.folded)) return [];
  const tokens = readSecretTokens(read);
  return candidatesIn(tokens, read.folded).map((at) => {
    const { start, end } = tokens[at] ?? { start: 0, end: 0 };
    const secret = secrets.find((one) => one.start < end && start < one.end);
    return { features: secretFeatures(tokens, at), label: secretLabels.indexOf(secret?.kind ?? 'none') };
  });
}
