import type { Request, Response, Router } from 'express';
import express from 'express';
import { z } from 'zod';
import type { StoredMessage } from './conversation-store.ts';
import type { EventBody } from './event-bodies.ts';
import { createNumericId } from './ids.ts';
import type { SimulatedUser } from './people-store.ts';
import type { Platform } from './platform.ts';

const newUser = z.object({
  name: z.string().min(1),
  oaId: z.string().optional(),
  sameAs: z.string().optional(),
  userId: z
    .string()
    .regex(/^\d{1,19}$/)
    .optional(),
  phone: z
    .string()
    .regex(/^84\d{8,10}$/)
    .optional(),
  follower: z.boolean().optional(),
  anonymous: z.boolean().optional(),
});
const userChange = z.strictObject({
  name: z.string().min(1).optional(),
  phone: newUser.shape.phone,
  blocked: z.boolean().optional(),
  inactive: z.boolean().optional(),
});
const action = z.looseObject({ event_name: z.string().min(1), group_id: z.string().optional() });
const text = z.object({ text: z.string(), quoteMessageId: z.string().optional() });
const tap = z.object({ payload: z.string().min(1) });

type UserCommand = (user: SimulatedUser, body: unknown) => object;

/** Actions of a person on their phone, and of the OA's staff in the conversation. */
export function createUserRouter(platform: Platform): Router {
  const { people, actions, conversations } = platform;
  const router = express.Router();

  const on =
    (act: UserCommand) =>
    ({ params, body }: Request, response: Response): void => {
      const user = people.users.get(String(params.id));
      if (user) response.json(act(user, body));
      else response.status(404).json({ error: 'unknown user' });
    };

  router.post('/', ({ body }, response) => {
    const user = people.addUser(newUser.parse(body));
    if (!user) return void response.status(404).json({ error: 'unknown OA' });
    platform.log.add({ kind: 'user', oaId: user.oaId, id: user.userId });
    const { userId, personId, anonymousConversationId: conversationId } = user;
    response.json({ userId, personId, ...(conversationId ? { conversationId } : {}) });
  });
  router.patch(
    '/:id',
    on((user, body) => {
      Object.assign(user, userChange.parse(body));
      platform.log.add({ kind: 'user', oaId: user.oaId, id: user.userId });
      return {};
    }),
  );
  router.get(
    '/:id/messages',
    on((user) => ({ messages: conversations.list(user.userId).filter(({ hidden }) => !hidden) })),
  );
  router.post(
    '/:id/messages',
    on((user, body) => {
      const given = text.parse(body);
      return summaryOf(actions.write(user, given.text, { quotedMessageId: given.quoteMessageId }));
    }),
  );
  router.post(
    '/:id/taps',
    on((user, body) => summaryOf(actions.tap(user, tap.parse(body).payload))),
  );
  router.post(
    '/:id/events',
    on((user, body) => {
      const { group_id: groupId, ...given } = action.parse(body);
      return summaryOf(actions.act(user, given, groupId ? { groupId } : {}));
    }),
  );
  router.post(
    '/:id/staff',
    on((user, body) => staffMessage(platform, user, text.parse(body))),
  );
  return router;
}

/** Staff type by hand in OA Manager: no window limits them, and their echo carries `admin_id`. */
function staffMessage({ oaMessages }: Platform, user: SimulatedUser, given: z.infer<typeof text>) {
  const message: Pick<StoredMessage, 'text' | 'buttons' | 'attachments'> = {
    text: given.text,
    buttons: [],
    attachments: [],
  };
  const quoted = given.quoteMessageId ? { quotedMessageId: given.quoteMessageId } : {};
  return oaMessages.accept(
    user,
    { ...message, echoKind: 'text', echoAttachments: [], ...quoted },
    createNumericId(),
  );
}

function summaryOf(body: EventBody) {
  const message = body.message as { msg_id?: string } | undefined;
  return {
    eventName: body.event_name,
    timestamp: Number(body.timestamp),
    ...(message?.msg_id ? { messageId: message.msg_id } : {}),
  };
}
