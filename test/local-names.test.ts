import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { foldText } from '../src/nlu/text/fold-text.ts';
import { bareName } from '../src/team/areas/area-directory.ts';
import { areasFile } from '../src/team/areas/area-schema.ts';

const source = fileURLToPath(new URL('../src/', import.meta.url));
const locale = fileURLToPath(new URL('../locales/vi/', import.meta.url));

const areas = areasFile.parse(parse(readFileSync(`${locale}areas.yaml`, 'utf8')));
const units = Object.values(areas.units);
const villages = units
  .flatMap(({ villages = [] }) => villages.map(({ name }) => name))
  .filter((name) => name.includes(' '));
const names = [...new Set(['Hà Nội', 'iHanoi', 'i Hà Nội', 'eTax', 'eTax Mobile', ...units.map(bareName)])];

/** The login that a secret belongs to is named beside it: these list the services of the whole country. */
const mayNameApps = /^nlu\/(?:secrets\/|signals\/secret-offer)/;

const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => {
    const text = readFileSync(source + file, 'utf8');
    return { file, text: text.normalize('NFC').toLowerCase(), folded: ` ${foldText(text)} ` };
  });

/** Without marks, however the words are parted: "hong-son", "Hồng Sơn", "hong_son"; and run together: "hongson". */
function filesThatName(name: string): string[] {
  const folded = foldText(name);
  return files
    .filter(
      (one) => one.folded.includes(` ${folded} `) || one.folded.includes(` ${folded.replaceAll(' ', '')} `),
    )
    .map(({ file }) => file);
}

/** Without marks many villages are ordinary words ("hoi xa"), and those of one word always are. */
function filesThatNameVillage(name: string): string[] {
  return files.filter(({ text }) => text.includes(name.toLowerCase())).map(({ file }) => file);
}

describe('src/', () => {
  it.each(names)('does not know %s', (name) => {
    expect(
      filesThatName(name).filter((file) => !(name.startsWith('eTax') && mayNameApps.test(file))),
    ).toEqual([]);
  });

  it.each(villages)('does not know the village %s', (name) => {
    expect(filesThatNameVillage(name)).toEqual([]);
  });
});
