import { createAttachmentDownload, type DownloadedAttachment } from './attachment-download.ts';
import type { Upload } from './upload.ts';
import type { ZaloClient } from './zalo-client.ts';

interface ZaloMedia {
  download(url: string): Promise<DownloadedAttachment>;
  upload(oaId: string, kind: 'image' | 'file', upload: Upload): Promise<string>;
}

/** What people sent and what is given to Zalo to be sent. @param openApiUrl a simulator keeps files there itself */
export function createMediaPort(client: ZaloClient, openApiUrl: string): ZaloMedia {
  const { download } = createAttachmentDownload({ extraHosts: [new URL(openApiUrl).host] });
  return { download, upload: client.upload };
}
