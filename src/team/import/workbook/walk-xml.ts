import sax from 'sax';
import { WorkbookError } from './unzip-parts.ts';

interface XmlHandlers {
  /** Names come without their prefix. */
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  text?(text: string): void;
  close?(name: string): void;
}

/**
 * Walks through a part of a workbook. Office programs write no document type, so a part with one is refused, and no
 * entity of a file's own is ever expanded.
 * @throws WorkbookError when it is not well-formed
 */
export function walkXml(xml: string, { open, text, close }: XmlHandlers): void {
  const parser = sax.parser(true);
  const refuse = (cause?: unknown) => {
    throw new WorkbookError('bad-workbook', cause);
  };
  parser.onerror = refuse;
  parser.ondoctype = refuse;
  parser.onopentag = ({ name, attributes }) => open(localName(name), attributes as Record<string, string>);
  parser.ontext = (part) => text?.(part);
  parser.oncdata = (part) => text?.(part);
  parser.onclosetag = (name) => close?.(localName(name));
  parser.write(xml).close();
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
