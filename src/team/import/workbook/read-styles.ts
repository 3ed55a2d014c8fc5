import { walkXml } from './walk-xml.ts';

/** Numbers of the formats for days that every office program knows. */
const builtInDates = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58]);

/** @returns for the index of a cell's style, whether its number is a day */
export function readDateStyles(xml: string): (style: number) => boolean {
  const dateFormats = new Set(builtInDates);
  const styles: boolean[] = [];
  let isInCells = false;
  walkXml(xml, {
    open(name, { numFmtId, formatCode = '' }) {
      if (name === 'cellXfs') isInCells = true;
      // Without quoted words and colours, only formats of days have a year or a day.
      const code = formatCode.replace(/"[^"]*"|\[[^\]]*\]|\\./g, '');
      if (name === 'numFmt' && /[yd]/i.test(code)) dateFormats.add(Number(numFmtId));
      if (name === 'xf' && isInCells) styles.push(dateFormats.has(Number(numFmtId)));
    },
    close(name) {
      if (name === 'cellXfs') isInCells = false;
    },
  });
  return (style) => styles[style] ?? false;
}
