/** The kinds of Zalo's three upload endpoints. */
export type UploadKind = 'image' | 'gif' | 'file';

export interface Upload {
  bytes: Buffer;
  fileName: string;
  /** MIME type. */
  contentType: string;
}

/** Zalo would refuse this file; found before the upload. */
export class UploadRefused extends Error {
  override name = 'UploadRefused';
}

const mebibyte = 1024 * 1024;
const limits: Record<UploadKind, { bytes: number; endings: readonly string[] }> = {
  image: { bytes: mebibyte, endings: ['jpg', 'jpeg', 'png'] },
  gif: { bytes: 5 * mebibyte, endings: ['gif'] },
  file: { bytes: 5 * mebibyte, endings: ['pdf', 'doc', 'docx', 'csv'] },
};

/**
 * Builds the multipart form of an upload.
 * @throws UploadRefused when the file is empty, too large or of a type that Zalo does not accept
 */
export function toUpload(kind: UploadKind, { bytes, fileName, contentType }: Upload): FormData {
  const limit = limits[kind];
  const ending = fileName.slice(fileName.lastIndexOf('.') + 1).toLowerCase();
  if (!limit.endings.includes(ending)) {
    throw new UploadRefused(`a ${kind} must end in ${limit.endings.join(', ')}`);
  }
  if (bytes.length === 0 || bytes.length > limit.bytes) {
    throw new UploadRefused(`a ${kind} must have 1 to ${limit.bytes} bytes, this one has ${bytes.length}`);
  }
  const form = new FormData();
  form.append('file', new Blob([new Uint8Array(bytes)], { type: contentType }), fileName);
  return form;
}
