import type { Attachment } from '../message.ts';

/** Documents that the platform accepts, by file extension. */
const documents = new Set(['pdf', 'doc', 'docx', 'csv']);
const pictures = new Set(['jpg', 'jpeg', 'png', 'webp', 'gif']);
export const maxFileBytes = 5 * 1024 * 1024;

export function extensionOf(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1).toLowerCase();
}

/** How an attachment is passed on: as a picture, as a document, or not at all. A link is already in the text. */
export function transferKind({ kind, name = '', url }: Attachment): 'image' | 'file' | undefined {
  if (url === undefined) return undefined;
  if (kind === 'image' || kind === 'gif') return 'image';
  if (kind !== 'file') return undefined;
  const extension = extensionOf(name);
  if (documents.has(extension)) return 'file';
  return pictures.has(extension) ? 'image' : undefined;
}
