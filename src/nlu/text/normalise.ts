import { findDossiers } from '../entities/find-dossiers.ts';
import { expandAbbreviations } from './abbreviations.ts';
import { type Brand, createBrandJoiner } from './brands.ts';
import { foldInPlace } from './fold-in-place.ts';
import { foldText } from './fold-text.ts';
import { fixKeystrokes } from './raw-keystrokes.ts';
import { remembering } from './remembering.ts';

/**
 * Any text → plain lower-case words without abbreviations, as the classifier is trained on. Pure, about 10
 * µs.
 */
export type Normaliser = (text: string) => string;

/** Zalo accepts no longer message; the rest of a longer text is ignored. */
const maxFoldedLength = 2000;

/** A repeated vowel, or a repeated letter inside a word: not the first letters of "cccd" or "www". */
const stretched = /([aeiouy])\1{2,}|(?<=[a-z])([a-z])\2{2,}/g;
/** "500k", "15h": separates a number and its unit. */
const numberWithUnit = /\b(\d+)(k|tr|d|h|vnd|dong|trieu|nghin|ngan|ty)\b/g;
/** Numbers of five and more digits are all the same to the classifier. */
const longNumber = /^\d{5,}$/;

/**
 * Folds, shortens stretched letters, joins brand names, expands abbreviations, repairs raw Telex and VNI
 * keystrokes. The result is the same with or without diacritics, in NFC or NFD, with either tone placement.
 * @param brands names and spellings from the locale
 */
export function createNormaliser(brands: Brand[]): Normaliser {
  const joinBrands = createBrandJoiner(brands);
  return remembering((text) => {
    const folded = foldText(withDossiersNamed(text), maxFoldedLength)
      .replace(stretched, '$1$2')
      .replace(numberWithUnit, '$1 $2');
    if (folded === '') return '';
    const spelledOut = expandAbbreviations(joinBrands(folded.split(' '))).map((token) =>
      longNumber.test(token) ? '00000' : fixKeystrokes(token),
    );
    return joinBrands(spelledOut).join(' ');
  });
}

const mayHoldDossier = /\d{6}/;
const dossierWord = ' mahoso ';

/** Replaces every dossier code by the same word, which means nothing else. */
function withDossiersNamed(text: string): string {
  if (!mayHoldDossier.test(text)) return text;
  let named = text;
  for (const { start, end } of findDossiers(foldInPlace(text), text, '').reverse()) {
    named = named.slice(0, start) + dossierWord + named.slice(end);
  }
  return named;
}
