import type { IncomingMessage } from 'node:http';
import busboy from 'busboy';
import type { UploadedFile } from './endpoints/endpoint.ts';

/**
 * Reads the one file of a multipart form.
 * @returns undefined when the form is broken or has no part `file`
 */
export function readUpload(request: IncomingMessage, maxBytes: number): Promise<UploadedFile | undefined> {
  return new Promise((resolve) => {
    let upload: UploadedFile | undefined;
    const finish = (): void => resolve(upload);
    try {
      const form = busboy({ headers: request.headers, limits: { files: 1, fileSize: maxBytes } });
      form.on('file', (field, stream, { filename, mimeType }) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('close', () => {
          if (field !== 'file') return;
          upload = {
            name: filename ?? '',
            contentType: mimeType,
            bytes: Buffer.concat(chunks),
            truncated: (stream as { truncated?: boolean }).truncated ?? false,
          };
        });
      });
      form.on('close', finish);
      form.on('error', finish);
      request.pipe(form);
    } catch {
      // Thrown for a content type without a boundary.
      finish();
    }
  });
}
