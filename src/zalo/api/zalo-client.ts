import type { z } from 'zod';
import type { OutgoingContent, PersonRef } from '../../message.ts';
import { type MessageBodyOptions, toMessageBody, toRecipient } from '../send/message-body.ts';
import type { OpenApi } from './open-api.ts';
import { toUpload, type Upload, type UploadKind } from './upload.ts';
import { wireChatMessages, wireOa, wireQuota, wireSent, wireUploaded, wireUser } from './wire-answers.ts';
import { ZaloTransportError } from './zalo-error.ts';

type SentMessage = z.infer<typeof wireSent>;
type OaProfile = z.infer<typeof wireOa>;
type UserProfile = z.infer<typeof wireUser>;
export type WireChatMessage = z.infer<typeof wireChatMessages>[number];

interface Page {
  offset?: number;
  /** At most 10. */
  count?: number;
}

/** Zalo's OpenAPI, one method per endpoint. Each throws what OpenApi throws. */
export interface ZaloClient {
  /** @param goesFirst whether it may use the whole limit of calls, as what members are told */
  sendMessage(to: PersonRef, content: OutgoingContent, goesFirst?: boolean): Promise<SentMessage>;
  /** Works outside the seven-day window, but needs an approved template. */
  sendTemplate(to: PersonRef, template: { id: string; data: Record<string, string> }): Promise<SentMessage>;
  /** Sends to everybody in a group that contains the OA. */
  sendToGroup(group: { oaId: string; groupId: string }, text: string): Promise<SentMessage>;
  /** @param icon one of Zalo's, for example `/-heart`; `/-remove` removes a reaction */
  react(to: PersonRef, messageId: string, icon: string): Promise<void>;
  /** @returns the reference to use in a message: an attachment id, or the token of a file; both live 7 days */
  upload(oaId: string, kind: UploadKind, upload: Upload): Promise<string>;
  getUser(person: PersonRef): Promise<UserProfile>;
  /** Also a good health check of the OA. */
  getOa(oaId: string): Promise<OaProfile>;
  getQuota(person: PersonRef): Promise<z.infer<typeof wireQuota>>;
  /** The last message of each conversation, newest first. */
  listRecentChats(oaId: string, page?: Page): Promise<WireChatMessage[]>;
  /** The messages of one conversation, newest first. */
  listConversation(person: PersonRef, page?: Page): Promise<WireChatMessage[]>;
}

interface ZaloClientParts extends MessageBodyOptions {
  api: OpenApi;
}

const pageSize = 10;

export function createZaloClient({ api, buttonTemplateType }: ZaloClientParts): ZaloClient {
  async function post<T>(oaId: string, path: string, body: object, schema: z.ZodType<T>): Promise<T> {
    return read(schema, await api.call({ oaId, method: 'POST', path, body }), path);
  }

  async function get<T>(
    oaId: string,
    path: string,
    data: object | undefined,
    schema: z.ZodType<T>,
  ): Promise<T> {
    return read(schema, await api.call({ oaId, method: 'GET', path, ...(data ? { data } : {}) }), path);
  }

  return {
    async sendMessage(to, content, goesFirst = false) {
      const path = to.anonymousConversationId ? '/v2.0/oa/message' : '/v3.0/oa/message/cs';
      const message = toMessageBody(content, { buttonTemplateType });
      const body = { recipient: toRecipient(to), message };
      const countedFor = goesFirst ? {} : { countedFor: to.personId };
      return read(
        wireSent,
        await api.call({ oaId: to.oaId, method: 'POST', path, body, ...countedFor }),
        path,
      );
    },
    sendTemplate({ oaId, personId }, { id, data }) {
      const body = { user_id: personId, template_id: id, template_data: data };
      return post(oaId, '/v3.0/oa/message/template', body, wireSent);
    },
    sendToGroup({ oaId, groupId }, text) {
      const body = { recipient: { group_id: groupId }, message: { text } };
      return post(oaId, '/v3.0/oa/group/message', body, wireSent);
    },
    async react(to, messageId, icon) {
      const action = { react_icon: icon, react_message_id: messageId };
      await api.call({
        oaId: to.oaId,
        method: 'POST',
        path: '/v2.0/oa/message',
        body: { recipient: toRecipient(to), sender_action: action },
      });
    },
    async upload(oaId, kind, upload) {
      const path = `/v2.0/oa/upload/${kind}`;
      const uploaded = await post(oaId, path, toUpload(kind, upload), wireUploaded);
      const handle = uploaded.attachment_id ?? uploaded.token;
      if (!handle) throw new ZaloTransportError('no id of the upload', { path, delivered: 'maybe' });
      return handle;
    },
    getUser: ({ oaId, personId }) => get(oaId, '/v3.0/oa/user/detail', { user_id: personId }, wireUser),
    getOa: (oaId) => get(oaId, '/v2.0/oa/getoa', undefined, wireOa),
    getQuota: ({ oaId, personId }) => post(oaId, '/v3.0/oa/quota/message', { user_id: personId }, wireQuota),
    listRecentChats: (oaId, page) => get(oaId, '/v2.0/oa/listrecentchat', toPage(page), wireChatMessages),
    listConversation: ({ oaId, personId }, page) =>
      get(oaId, '/v2.0/oa/conversation', { user_id: personId, ...toPage(page) }, wireChatMessages),
  };
}

function toPage({ offset = 0, count = pageSize }: Page = {}) {
  return { offset, count };
}

function read<T>(schema: z.ZodType<T>, data: unknown, path: string): T {
  const parsed = schema.safeParse(data);
  if (parsed.success) return parsed.data;
  throw new ZaloTransportError('an answer of another shape', { path, delivered: 'maybe' });
}
