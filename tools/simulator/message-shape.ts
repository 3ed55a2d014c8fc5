import { z } from 'zod';
import { ApiError, invalidField } from './api-error.ts';
import type { ShownAttachment, ShownButton } from './conversation-store.ts';
import type { Switches } from './switches.ts';

/** A message of the OA that passed the shape check, ready to show and echo. */
export interface CheckedMessage {
  /** Last word of its echo's name: `oa_send_text`, `oa_send_image`, … */
  echoKind: string;
  text: string;
  buttons: ShownButton[];
  attachments: ShownAttachment[];
  /** Attachments as the echo event carries them. */
  echoAttachments: { type: string; payload: object }[];
  quotedMessageId?: string;
}

/** The uploaded file of an id or token; undefined if it is unknown or has expired. */
export type FindUpload = (idOrToken: string) => { url: string; name: string; sizeBytes: number } | undefined;

const maxTextLength = 2_000;
const maxTitleLength = 100;
const maxSubtitleLength = 500;
const maxButtonPayloadLength = 1_000;
const maxListElements = 5;

const nonEmpty = z.string().min(1);
const phoneCode = z.string().regex(/^\d{8,15}$/);
const webUrl = z.url({ protocol: /^https?$/ });
const title = nonEmpty.max(maxTitleLength);
const query = nonEmpty.max(maxButtonPayloadLength);

const button = z.discriminatedUnion('type', [
  z.object({ title, type: z.literal('oa.open.url'), payload: z.object({ url: webUrl }) }),
  z.object({ title, type: z.literal('oa.query.show'), payload: query }),
  z.object({ title, type: z.literal('oa.query.hide'), payload: query }),
  z.object({ title, type: z.literal('oa.open.phone'), payload: z.object({ phone_code: phoneCode }) }),
  z.object({
    title,
    type: z.literal('oa.open.sms'),
    payload: z.object({ phone_code: phoneCode, content: z.string() }),
  }),
]);

const mediaElement = z.object({
  media_type: z.enum(['image', 'gif', 'sticker']),
  url: webUrl.optional(),
  attachment_id: nonEmpty.optional(),
  width: z.number().optional(),
  height: z.number().optional(),
});

const card = z.object({
  title,
  subtitle: z.string().max(maxSubtitleLength),
  image_url: webUrl,
});

const listElement = z.object({
  title,
  subtitle: z.string().max(maxSubtitleLength).optional(),
  image_url: webUrl.optional(),
  default_action: z.looseObject({ type: nonEmpty }).optional(),
});

const message = z.object({
  text: z.string().optional(),
  quote_message_id: nonEmpty.optional(),
  attachment: z.object({ type: z.enum(['template', 'file']), payload: z.looseObject({}) }).optional(),
});

/**
 * Checks the shape of a consultation message (contract §4.2).
 * @throws ApiError -201 naming the field, -210 for a text over 2,000 characters, -233 for a refused type
 */
export function checkMessage(given: unknown, switches: Switches, findUpload: FindUpload): CheckedMessage {
  const { text = '', attachment, quote_message_id } = parse(message, given, 'message');
  if (text.length > maxTextLength) throw new ApiError(-210);
  const quoted = quote_message_id ? { quotedMessageId: quote_message_id } : {};
  if (!attachment) {
    if (text.trim() === '') throw invalidField('text');
    return { ...plain('text', text), ...quoted };
  }
  if (attachment.type === 'file') return fileMessage(attachment.payload, findUpload);
  return { ...templateMessage(text, attachment.payload, { switches, findUpload }), ...quoted };
}

function templateMessage(
  text: string,
  payload: Record<string, unknown>,
  { switches, findUpload }: { switches: Switches; findUpload: FindUpload },
): CheckedMessage {
  switch (payload.template_type) {
    case 'media':
      return mediaMessage(text, payload, findUpload);
    case 'request_user_info':
      return requestInfoMessage(text, payload);
    case 'list':
      if (!switches.listTemplate) throw new ApiError(-233);
      return listMessage(text, payload, switches);
    default:
      return buttonsMessage(text, payload, switches);
  }
}

function buttonsMessage(text: string, payload: Record<string, unknown>, switches: Switches): CheckedMessage {
  if (switches.buttons === 'refused') throw new ApiError(switches.buttonsRefusal);
  const wantsType = switches.buttons === 'need-template-type';
  if (wantsType !== (payload.template_type !== undefined)) throw invalidField('template_type');
  if (text.trim() === '') throw invalidField('text');
  const buttons = parseButtons(payload.buttons, switches);
  if (buttons.length === 0) throw invalidField('buttons');
  return { ...plain(switches.buttonsEcho.slice('oa_send_'.length), text), buttons };
}

function mediaMessage(text: string, payload: object, findUpload: FindUpload): CheckedMessage {
  const [element] = parse(
    z.object({ elements: z.array(mediaElement).length(1) }),
    payload,
    'payload',
  ).elements;
  if (!element || (element.url === undefined) === (element.attachment_id === undefined)) {
    throw invalidField('elements');
  }
  const { media_type, width, height } = element;
  if (media_type === 'gif' && !(width && height)) throw invalidField('width');
  const upload = element.attachment_id ? findUpload(element.attachment_id) : undefined;
  if (media_type === 'sticker') return stickerMessage(element.attachment_id);
  if (element.attachment_id && !upload) throw new ApiError(-100);
  const url = element.url ?? upload?.url ?? '';
  return {
    ...plain(media_type, text),
    attachments: [{ type: media_type, url }],
    echoAttachments: [{ type: media_type, payload: { thumbnail: url, url } }],
  };
}

function stickerMessage(id: string | undefined): CheckedMessage {
  if (!id) throw invalidField('attachment_id');
  const url = `https://zalo-api.zadn.vn/api/emoticon/sticker/webpc?eid=${encodeURIComponent(id)}&size=130`;
  return {
    ...plain('sticker', ''),
    attachments: [{ type: 'sticker', url }],
    echoAttachments: [{ type: 'sticker', payload: { id, url } }],
  };
}

function fileMessage(payload: object, findUpload: FindUpload): CheckedMessage {
  const { token } = parse(z.object({ token: nonEmpty }), payload, 'payload');
  const upload = findUpload(token);
  if (!upload) throw new ApiError(-100);
  const { url, name, sizeBytes } = upload;
  const type = name.split('.').at(-1) ?? '';
  const checksum = '0'.repeat(32);
  return {
    ...plain('file', ''),
    attachments: [{ type: 'file', url, title: name }],
    echoAttachments: [{ type: 'file', payload: { url, size: String(sizeBytes), name, checksum, type } }],
  };
}

function requestInfoMessage(text: string, payload: object): CheckedMessage {
  const [element] = parse(z.object({ elements: z.array(card).length(1) }), payload, 'payload').elements;
  if (!element) throw invalidField('elements');
  const { title: cardTitle, subtitle, image_url: url } = element;
  return {
    ...plain('template', text),
    attachments: [{ type: 'request_user_info', url, title: cardTitle, description: subtitle }],
    echoAttachments: [
      { type: 'template', payload: { zinstant_id: '', text: cardTitle, link_url: url, checksum: '' } },
    ],
  };
}

function listMessage(text: string, payload: Record<string, unknown>, switches: Switches): CheckedMessage {
  const shape = z.object({ elements: z.array(listElement).min(1).max(maxListElements) });
  const { elements } = parse(shape, payload, 'payload');
  const links = elements.map((element) => ({
    thumbnail: element.image_url ?? '',
    description: element.subtitle ?? '',
    url: String(element.default_action?.url ?? ''),
    title: element.title,
  }));
  return {
    ...plain('list', text || (elements[0]?.title ?? '')),
    buttons: [...elements.flatMap(toListButton), ...parseButtons(payload.buttons ?? [], switches)],
    attachments: links.map(({ url, title: linkTitle, description }) => ({
      type: 'link',
      url,
      title: linkTitle,
      description,
    })),
    echoAttachments: links.map((link) => ({ type: 'link', payload: link })),
  };
}

/** A tappable list element counts as a button on the phone. */
function toListButton(element: z.infer<typeof listElement>): ShownButton[] {
  const action = element.default_action;
  return action?.payload === undefined
    ? []
    : [{ title: element.title, type: action.type, payload: action.payload }];
}

function parseButtons(given: unknown, switches: Switches): ShownButton[] {
  return parse(z.array(button).max(switches.maxButtons), given, 'buttons');
}

function plain(echoKind: string, text: string): CheckedMessage {
  return { echoKind, text, buttons: [], attachments: [], echoAttachments: [] };
}

function parse<T extends z.ZodType>(shape: T, given: unknown, name: string): z.infer<T> {
  const result = shape.safeParse(given);
  if (result.success) return result.data;
  const path = result.error.issues[0]?.path ?? [];
  const field = path.filter((part) => typeof part === 'string').at(-1);
  throw invalidField(field === undefined ? name : String(field));
}
