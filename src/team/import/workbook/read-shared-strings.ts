import { walkXml } from './walk-xml.ts';

/** The texts that the cells refer to by number. A text may be in pieces of different looks. */
export function readSharedStrings(xml: string): string[] {
  const texts: string[] = [];
  let pieces: string[] = [];
  let isText = false;
  let isPhonetic = false;
  walkXml(xml, {
    open(name) {
      if (name === 'si') pieces = [];
      if (name === 'rPh') isPhonetic = true;
      isText = name === 't' && !isPhonetic;
    },
    text(text) {
      if (isText) pieces.push(text);
    },
    close(name) {
      if (name === 'si') texts.push(pieces.join(''));
      if (name === 'rPh') isPhonetic = false;
      isText = false;
    },
  });
  return texts;
}
