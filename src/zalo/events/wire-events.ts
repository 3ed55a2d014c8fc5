import { z } from 'zod';
import { cleanAndCut, cleanText, maxTextLength } from './wire-text.ts';

/**
 * Zalo's webhook bodies. The documentation says that ids and times are strings; in traffic they are now and then
 * numbers. Fields that we do not read are left out, so Zalo may add any field. A number too large to be exact is
 * refused as an id: it would name another person.
 */

const id = z
  .union([z.string().min(1).max(128), z.int()])
  .transform((value) => (typeof value === 'string' ? cleanText(value) : String(value)));

/** An id that the event can do without: an empty or a wrong one must not lose the person's message. */
const secondaryId = id.nullish().catch(undefined);

const timestamp = z.union([z.string().regex(/^\d{1,15}$/), z.int().min(0)]).transform(Number);

/** A secondary field: a wrong type here must not lose the person's message. */
const detail = (maxLength: number) =>
  z
    .string()
    .transform((value) => cleanAndCut(value, maxLength))
    .nullish()
    .catch(undefined);

const amount = z
  .union([z.number(), z.string().min(1).transform(Number)])
  .pipe(z.number())
  .nullish()
  .catch(undefined);

const maxAttachments = 100;

const envelope = { event_name: z.string().min(1).max(128).transform(cleanText), timestamp };
const between = { ...envelope, sender: z.object({ id }), recipient: z.object({ id }) };

const wireAttachment = z.object({
  type: z.string().catch('unknown'),
  payload: z
    .object({
      url: detail(2000),
      thumbnail: detail(2000),
      title: detail(500),
      name: detail(500),
      description: detail(2000),
      size: amount,
      coordinates: z.object({ latitude: amount, longitude: amount }).nullish().catch(undefined),
    })
    .nullish()
    .catch(undefined),
});

/** An attachment of a wrong shape is left out; the others and the text stay. */
const wireAttachments = z
  .array(z.unknown())
  .transform((all) =>
    all.slice(0, maxAttachments).flatMap((each) => wireAttachment.safeParse(each).data ?? []),
  )
  .nullish()
  .catch(undefined);

export const wireMessageEvent = z.object({
  ...between,
  /** `admin_id`: a member of the office's staff typed this in OA Manager. */
  sender: z.object({ id, admin_id: secondaryId }),
  message: z.object({
    msg_id: id,
    text: z
      .string()
      .transform((value) => cleanAndCut(value, maxTextLength))
      .nullish(),
    quote_msg_id: secondaryId,
    /** Only for visitors without a Zalo identity. */
    conversation_id: secondaryId,
    attachments: wireAttachments,
  }),
});

export const wireFollowEvent = z.object({ ...envelope, oa_id: id, follower: z.object({ id }) });

/** `user_click_chatnow`, `user_withdraw`. */
export const wirePersonEvent = z.object({ ...envelope, oa_id: id, user_id: id });

/** Both versions of `info` have these two; the schema deliberately leaves out the rest. */
export const wireSubmitInfoEvent = z.object({
  ...between,
  info: z.object({ name: detail(200), phone: z.union([z.string().max(40), z.number()]).nullish() }),
});

export const wireReceiptEvent = z.object({
  ...between,
  message: z.object({
    msg_id: id.nullish(),
    msg_ids: z.array(id).max(1000).nullish(),
    /** Both fields appear only on receipts of template messages to a phone number. */
    delivery_time: z.unknown().optional(),
    tracking_id: z.unknown().optional(),
  }),
});

export const wireReactionEvent = z.object({
  ...between,
  message: z.object({ msg_id: id, react_icon: z.string().max(64).transform(cleanText) }),
});

export const wireCallEvent = z.object({
  ...envelope,
  oa_id: id,
  /** Absent when Zalo knows the caller by phone only. */
  user_id: id.nullish(),
  call_id: id,
  talk_time: amount,
});

export const wireGroupEvent = z.object({
  ...envelope,
  oa_id: id,
  group_id: id,
  users: z.array(z.object({ id })).nullish().catch(undefined),
});

/** The places of ids in an event that is only counted, or whose name we do not know. */
export const wireOtherEvent = z.object({
  ...envelope,
  oa_id: id.nullish(),
  oaId: id.nullish(),
  user_id: id.nullish(),
  group_id: id.nullish(),
  msg_id: id.nullish(),
  call_id: id.nullish(),
  sender: z.object({ id: id.nullish() }).nullish().catch(undefined),
  recipient: z.object({ id: id.nullish() }).nullish().catch(undefined),
  data: z.object({ user_id: id.nullish() }).nullish().catch(undefined),
  tag: z
    .object({ user_ids: z.array(id).nullish() })
    .nullish()
    .catch(undefined),
  message: z.object({ msg_id: id.nullish() }).nullish().catch(undefined),
});

export type WireAttachment = z.infer<typeof wireAttachment>;
export type WireMessageEvent = z.infer<typeof wireMessageEvent>;
export type WireOtherEvent = z.infer<typeof wireOtherEvent>;
