import { type EntityFinder, matchesOf } from './entity.ts';

/**
 * The code of a dossier on the national portal: an agency (H for a province, G for a ministry) with its
 * parts, a date and a number, "000.00.19.H26-240101-0001". Residents type blanks or dots anywhere in it.
 */
const code =
  /(?<![a-z\d])(?:\d{3}[ .-]?\d{2}[ .-]?\d{2}[ .-]?)?[gh]\d{2}(?:[ .-]\d{1,4}){0,4}[ .-]\d{6}[ .-]\d{3,6}(?![a-z\d])/g;

/** Dossier codes, normalised to one dash between the parts. */
export const findDossiers: EntityFinder = (folded) =>
  matchesOf(folded, code, 'dossier', ([found]) =>
    found
      .toUpperCase()
      .replaceAll(/[ .-]+/g, '.')
      .replace(/\.(\d{6})\.(\d+)$/, '-$1-$2'),
  );
