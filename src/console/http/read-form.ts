import busboy from 'busboy';
import type { Request } from 'express';

/** A posted form. */
export interface Form {
  fields: ReadonlyMap<string, string>;
  /** The bytes of the chosen file; undefined when none was chosen. */
  file: Buffer | undefined;
}

const usualFieldSize = 20_000;
/** A page of the inbox has thirty tickets to tick. */
const limits = { fields: 60, files: 1, fileSize: 12 * 1024 * 1024, parts: 61 };
/** Characters of all fields together, beside one long one. */
const usualRoom = limits.fields * usualFieldSize;

/** A form that is no form, or larger than any of ours. */
export class FormError extends Error {
  override name = 'FormError';
}

/** Reads a form, with or without a file. @param fieldSize bytes of the longest field @throws FormError */
export function readForm(request: Request, fieldSize = usualFieldSize): Promise<Form> {
  return new Promise((resolve, reject) => {
    const fields = new Map<string, string>();
    let room = fieldSize + usualRoom;
    const chunks: Buffer[] = [];
    const refuse = (why: string) => reject(new FormError(why));
    let parser: busboy.Busboy;
    try {
      parser = busboy({
        headers: request.headers,
        limits: { ...limits, fieldSize },
        defParamCharset: 'utf8',
      });
    } catch {
      return refuse('not a form');
    }
    parser.on('field', (name, value, { valueTruncated }) => {
      room -= value.length;
      if (valueTruncated || room < 0) refuse('a field is too long');
      else fields.set(name, toPlain(value));
    });
    parser.on('file', (_name, file) => {
      file.on('data', (chunk: Buffer) => chunks.push(chunk));
      file.on('limit', () => refuse('the file is too large'));
    });
    parser.on('error', () => refuse('broken form'));
    parser.on('close', () => {
      const file = Buffer.concat(chunks);
      resolve({ fields, file: file.length > 0 ? file : undefined });
    });
    request.on('aborted', () => refuse('aborted'));
    request.pipe(parser);
  });
}

/** Browsers end lines with CR LF; PostgreSQL takes no NUL. */
function toPlain(value: string): string {
  return value.replaceAll('\r\n', '\n').replaceAll('\0', '').normalize('NFC');
}
