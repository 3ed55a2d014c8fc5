import { z } from 'zod';

const nonEmpty = z.string().min(1);
const menuAction = z.strictObject({
  title: nonEmpty,
  type: z.enum(['oa.query.show', 'oa.query.hide', 'oa.open.url', 'oa.open.phone']),
  /** As in a button: a text to send, `{ url }` or `{ phone_code }`. */
  payload: z.unknown(),
});
const submenu = z.strictObject({ title: nonEmpty, items: z.array(menuAction).min(1).max(5) });

/** An OA as its administrator sets it up in the platform's console: name, description and chat menu. */
export const oaProfile = z.strictObject({
  oaId: z.string().regex(/^\d{1,19}$/),
  name: nonEmpty,
  description: z.string().optional(),
  menu: z
    .array(z.union([menuAction, submenu]))
    .max(3)
    .optional(),
});

export type OaProfile = z.infer<typeof oaProfile>;
