import type { Mark } from '../../conversation/state.ts';
import type { AttachmentKind } from '../../message.ts';
import type { Understanding } from '../../understanding/understanding.ts';
import { replyButton, saying } from '../buttons.ts';
import type { BotContext, ReadMessage } from '../flow/bot-context.ts';
import { createFlow, type Flow } from '../flow/flow.ts';
import { handoff, media } from '../flow/flow-shapes.ts';
import type { OpenTicketFlow } from '../handoff/open-ticket.ts';

/** For this long after a reply a sticker refers to that reply, and a second sticker gets no second line. */
const stickerMs = 30 * 60_000;
/** Photos of one document come one by one: the reply to the first covers those that follow. */
const sameKindMs = 3 * 60_000;
/** Outcomes that a resident may thank for. */
const thankedFor = new Set(['answer', 'handoff']);

/**
 * Voice notes, photos, stickers and the rest. The bot never looks into them and always answers with one fitting line.
 */
export function createMedia(openTicket: OpenTicketFlow): Flow {
  return createFlow(media, {
    name: 'media',
    topic: 'human',
    matches({ emoji }) {
      if (emoji === 'unhappy') return { ...handoff.call('not-helped'), confidence: 1 };
      return emoji && media.call('media', 'sticker');
    },
    async handle(ctx, call) {
      if (call.step === 'send') {
        return openTicket(ctx, { kind: 'media', cause: 'sent-on', words: 'handoff.media_sent' });
      }
      if (call.step === 'type') return ctx.say(ctx.t('media.type_instead'), { outcome: 'clarify' });
      const kind = call.step === 'sticker' ? 'sticker' : (ctx.message.attachments[0]?.kind ?? 'file');
      if (await joined(ctx, kind)) return;
      if (!speaking.has(kind) && isOneOfMany(ctx, kind)) return;
      return react(ctx, kind);
    },
  });
}

/** Stickers and links have a meaning of their own, even while a ticket is open. */
const speaking: ReadonlySet<AttachmentKind> = new Set(['sticker', 'link']);

/** Adds a medium to the resident's open ticket. */
async function joined(ctx: BotContext, kind: AttachmentKind): Promise<boolean> {
  if (ctx.message.anonymous || speaking.has(kind)) return false;
  const open = (await ctx.tickets.listOpen()).at(-1);
  if (!open) return false;
  if (isOneOfMany(ctx, `${kind}-for-${open.number}`)) return true;
  const line = kind === 'image' ? 'media.photo_joined' : 'handoff.media_joined';
  ctx.say(ctx.t(line, { number: open.number }), { outcome: 'handoff' });
  return true;
}

/** Whether the bot sent the same reply a moment ago; stickers have a rule of their own. */
function isOneOfMany(ctx: BotContext, what: Mark): boolean {
  const saidAt = ctx.state.lastAt[what] ?? 0;
  ctx.mark(what);
  return ctx.now - saidAt < sameKindMs;
}

function react(ctx: BotContext, kind: AttachmentKind): void {
  switch (kind) {
    case 'sticker':
    case 'gif':
      return sticker(ctx);
    case 'audio':
      return offer(ctx, 'media.audio', [sendButton(ctx, 'buttons.send_audio'), typeButton(ctx)]);
    case 'image':
    case 'video':
    case 'file':
      return offer(ctx, `media.${kind}`, [sendButton(ctx, 'buttons.send_photo')]);
    case 'link':
    case 'location':
    case 'contact':
      return offer(ctx, `media.${kind}`, []);
  }
}

function offer(ctx: BotContext, words: string, buttons: ReturnType<typeof replyButton>[]): void {
  ctx.say(ctx.t(words), { buttons, outcome: 'clarify' });
}

function sendButton(ctx: BotContext, words: string) {
  return saying('yes', replyButton(ctx.t(words), media.call('media', 'send')));
}

function typeButton(ctx: BotContext) {
  return saying('no', replyButton(ctx.t('buttons.type_instead'), media.call('media', 'type')));
}

/**
 * Right after an answer a sticker means thanks; otherwise it is a greeting. The bot answers either at most once in
 * `stickerMs`.
 */
function sticker(ctx: BotContext): void {
  const { follows } = ctx.message;
  const isThanks = follows && ctx.now - follows.saidAt < stickerMs && thankedFor.has(follows.outcome ?? '');
  const line = isThanks ? 'thanks' : 'greeting';
  const { thanks = 0, greeting = 0 } = ctx.state.lastAt;
  if (ctx.now - Math.max(thanks, isThanks ? 0 : greeting) < stickerMs) return;
  ctx.mark(line);
  ctx.say(ctx.t(`${line}.text`), { outcome: 'smalltalk' });
}

/** Media with captions. The text of a link is its address, and a sticker has none. */
const captioned: ReadonlySet<AttachmentKind> = new Set(['image', 'video', 'file']);

/** Whether the photo, video or file has a caption. */
export function hasCaption(
  { attachments }: Pick<ReadMessage, 'attachments'>,
  { text, handsOver }: Understanding,
): boolean {
  const kind = attachments[0]?.kind;
  return kind !== undefined && captioned.has(kind) && /\p{L}{2}/u.test(text) && !handsOver;
}
