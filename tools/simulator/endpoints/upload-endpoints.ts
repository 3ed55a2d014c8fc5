import { ApiError, invalidField } from '../api-error.ts';
import type { Platform } from '../platform.ts';
import type { ApiCall, Endpoints, UploadedFile } from './endpoint.ts';

const megabyte = 1024 * 1024;

/** The largest file that any upload accepts. */
export const maxUploadBytes = 5 * megabyte;

interface UploadRule {
  extensions: string[];
  maxBytes: number;
  /** Field of the answer that holds the id. */
  answer: 'attachment_id' | 'token';
}

const image: UploadRule = { extensions: ['jpg', 'jpeg', 'png'], maxBytes: megabyte, answer: 'attachment_id' };
const gif: UploadRule = { extensions: ['gif'], maxBytes: maxUploadBytes, answer: 'attachment_id' };
const file: UploadRule = {
  extensions: ['pdf', 'doc', 'docx', 'csv'],
  maxBytes: maxUploadBytes,
  answer: 'token',
};

export function createUploadEndpoints({ media }: Platform): Endpoints {
  function storeUpload({ upload }: ApiCall, rule: UploadRule) {
    if (!upload || upload.bytes.length === 0) throw invalidField('file');
    if (!rule.extensions.includes(extensionOf(upload))) throw invalidField('file');
    if (upload.truncated || upload.bytes.length > rule.maxBytes) throw new ApiError(-210);
    const { name, contentType, bytes } = upload;
    return { [rule.answer]: media.add({ name, contentType, bytes }).id };
  }
  return {
    'POST /v2.0/oa/upload/image': (call) => storeUpload(call, image),
    'POST /v2.0/oa/upload/gif': (call) => storeUpload(call, gif),
    'POST /v2.0/oa/upload/file': (call) => storeUpload(call, file),
  };
}

function extensionOf({ name }: UploadedFile): string {
  return name.toLowerCase().split('.').at(-1) ?? '';
}
