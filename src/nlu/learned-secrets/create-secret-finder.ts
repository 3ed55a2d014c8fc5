import { readKinds } from '../emergency/kind-head.ts';
import {
  candidatesIn,
  type LearnedSecret,
  mayHoldSecret,
  type SecretModel,
  secretLabels,
} from './learned-secrets.ts';
import { secretFeatures } from './secret-features.ts';
import { readSecretText, readSecretTokens, type SecretToken } from './secret-tokens.ts';

/** Finds secrets by what was learned. Pure; never throws, whatever the text. @param text in NFC */
export type FindSecrets = (text: string) => LearnedSecret[];

/**
 * So sure must the model be that a token is a secret of any kind: it adds to what the rules find, and what the rules
 * leave is mostly harmless.
 */
const minProbability = 0.9;

/** Finds secrets with the trained model, one token each. */
export function createSecretFinder(model: SecretModel): FindSecrets {
  const probabilities = new Float64Array(secretLabels.length);
  const [, ...ofKinds] = secretLabels;
  return (text) => {
    const read = readSecretText(text);
    if (!mayHoldSecret(read.folded)) return [];
    const tokens = readSecretTokens(read);
    return candidatesIn(tokens, read.folded).flatMap((at) => {
      readKinds(model, secretFeatures(tokens, at), probabilities);
      if (1 - (probabilities[0] as number) < minProbability) return [];
      const likeliest = probabilities.subarray(1);
      const kind = ofKinds[likeliest.indexOf(Math.max(...likeliest))];
      const { start, end } = tokens[at] as SecretToken;
      return kind === undefined ? [] : [{ kind, start, end }];
    });
  };
}
