import type { PersonRef } from '../message.ts';
import {
  createAttachmentDownload,
  type DownloadedAttachment,
  isAllowedUrl,
} from './api/attachment-download.ts';
import type { Upload } from './api/upload.ts';
import type { ZaloClient } from './api/zalo-client.ts';

/** What the member side needs from Zalo besides messages. Each function throws what the client throws. */
interface MemberPorts {
  media: {
    download(url: string): Promise<DownloadedAttachment>;
    upload(oaId: string, kind: 'image' | 'file', upload: Upload): Promise<string>;
  };
  isPlatformUrl(url: string): boolean;
  nameOf(person: PersonRef): Promise<string | undefined>;
  sendTemplate(to: PersonRef, template: { id: string; data: Record<string, string> }): Promise<unknown>;
  sendToGroup(group: { oaId: string; groupId: string }, text: string): Promise<unknown>;
}

/** @param openApiUrl a simulator stores files there itself */
export function createMemberPorts(client: ZaloClient, openApiUrl: string): MemberPorts {
  const extraHosts = [new URL(openApiUrl).host];
  const { download } = createAttachmentDownload({ extraHosts });
  return {
    media: { download, upload: client.upload },
    isPlatformUrl: (url) => isAllowedUrl(url, extraHosts),
    nameOf: async (person) => (await client.getUser(person)).display_name,
    sendTemplate: client.sendTemplate,
    sendToGroup: client.sendToGroup,
  };
}
