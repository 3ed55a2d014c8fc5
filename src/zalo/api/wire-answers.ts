import { z } from 'zod';
import { cleanText } from '../events/wire-text.ts';

/** Answers of Zalo's OpenAPI and OAuth hosts. Numbers come as numbers or as strings of digits. */

const text = z
  .union([z.string(), z.number()])
  .transform((value) => cleanText(String(value)))
  .nullish()
  .transform((value) => value ?? undefined)
  .catch(undefined);

/** A number too large to be exact would name another person, so it counts as missing. */
const id = z
  .union([z.string().min(1), z.int().transform(String)])
  .optional()
  .catch(undefined);

const figure = z
  .union([z.number(), z.string().min(1)])
  .transform(Number)
  .pipe(z.number())
  .optional()
  .catch(undefined);

/** Every answer of the OpenAPI host. `error` is 0 for success; an error also comes with HTTP 200. */
export const wireEnvelope = z.object({
  error: z.union([z.number(), z.string().regex(/^-?\d+$/)]).transform(Number),
  message: text,
  data: z.unknown().optional(),
});

/** `sent_time` may be missing. A missing `quota` means that Zalo charged for the message. */
export const wireSent = z.object({
  message_id: id,
  sent_time: figure,
  quota: z.object({ quota_type: text }).nullish().catch(undefined),
});

export const wireUploaded = z.object({ attachment_id: id, token: text });

export const wireOa = z.object({
  oaid: id,
  oa_id: id,
  name: text,
  description: text,
  is_verified: z.boolean().optional().catch(undefined),
  /** 2 business, 4 state agency. */
  oa_type: figure,
  num_follower: figure,
  package_name: text,
});

export const wireUser = z.object({
  user_id: id,
  display_name: text,
  user_is_follower: z.boolean().optional().catch(undefined),
  /** dd/MM/yyyy */
  user_last_interaction_date: text,
});

export const wireChatMessages = z.array(
  z.object({
    /** 0: the OA wrote it, 1: the person did. */
    src: figure,
    /** Epoch ms. */
    time: figure,
    type: text,
    message: text,
    message_id: id,
    from_id: id,
    to_id: id,
  }),
);

export const wireQuota = z.object({
  last_interaction: figure,
  cs_reply: z.object({ remain: figure, total: figure }).nullish().catch(undefined),
});

/** The OAuth host. Refusals have their own shape and may come with HTTP 200. */
export const wireTokens = z.object({
  access_token: z.string().min(1),
  refresh_token: z.string().min(1).nullish().catch(undefined),
  expires_in: figure,
  refresh_token_expires_in: figure,
});

export const wireOauthRefusal = z.object({
  error: figure,
  error_name: text,
  error_reason: text,
  error_description: text,
  message: text,
});
