import busboy from 'busboy';
import type { Request } from 'express';

/** A posted form. */
export interface Form {
  fields: ReadonlyMap<string, string>;
  /** The bytes of the chosen photo; undefined when none was chosen. */
  photo: Buffer | undefined;
}

/** A page of the inbox has thirty tickets to tick. */
const limits = { fields: 60, fieldSize: 20_000, files: 1, fileSize: 12 * 1024 * 1024, parts: 61 };

/** A form that is no form, or larger than any of ours. */
export class FormError extends Error {
  override name = 'FormError';
}

/** Reads a form, with or without a photo. @throws FormError */
export function readForm(request: Request): Promise<Form> {
  return new Promise((resolve, reject) => {
    const fields = new Map<string, string>();
    const chunks: Buffer[] = [];
    const refuse = (why: string) => reject(new FormError(why));
    let parser: busboy.Busboy;
    try {
      parser = busboy({ headers: request.headers, limits, defParamCharset: 'utf8' });
    } catch {
      return refuse('not a form');
    }
    parser.on('field', (name, value, { valueTruncated }) => {
      if (valueTruncated) refuse('a field is too long');
      else fields.set(name, toPlain(value));
    });
    parser.on('file', (_name, file) => {
      file.on('data', (chunk: Buffer) => chunks.push(chunk));
      file.on('limit', () => refuse('the file is too large'));
    });
    parser.on('error', () => refuse('broken form'));
    parser.on('close', () => {
      const photo = Buffer.concat(chunks);
      resolve({ fields, photo: photo.length > 0 ? photo : undefined });
    });
    request.on('aborted', () => refuse('aborted'));
    request.pipe(parser);
  });
}

/** Browsers end lines with CR LF; PostgreSQL takes no NUL. */
function toPlain(value: string): string {
  return value.replaceAll('\r\n', '\n').replaceAll('\0', '').normalize('NFC');
}
