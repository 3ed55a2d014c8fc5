import type { AttachmentKind } from '../message.ts';
import { replyButton } from './buttons.ts';
import type { BotContext, IntentCall, IntentHandler } from './intent-handler.ts';
import type { OpenMatter } from './open-matter.ts';

/** After a sticker thanks is answered once, further ones within this time are left alone. */
const thanksAgainMs = 30 * 60_000;

/** Voice notes, photos, stickers and the rest: never looked into, always answered by one fitting line. */
export function createMedia(openMatter: OpenMatter): IntentHandler {
  return {
    topic: 'human',
    intents: ['media'],
    async handle(ctx: BotContext, call: IntentCall) {
      if (call.step === 'send') {
        return openMatter(ctx, { kind: 'media', cause: 'sent-on', words: 'handoff.media_sent' });
      }
      if (call.step === 'type') return ctx.say(ctx.t('media.type_instead'), { outcome: 'clarify' });
      if (await joined(ctx)) return;
      return react(ctx, ctx.message.attachments[0]?.kind ?? 'file');
    },
    accepts: () => false,
  };
}

/** A medium sent while a follow-up is open belongs to it. */
async function joined(ctx: BotContext): Promise<boolean> {
  const kind = ctx.message.attachments[0]?.kind;
  if (ctx.message.anonymous || kind === 'sticker' || kind === 'link') return false;
  const open = (await ctx.tickets.listOpen()).at(-1);
  if (!open) return false;
  ctx.say(ctx.t('handoff.media_joined', { number: open.number }), { outcome: 'handoff' });
  return true;
}

function react(ctx: BotContext, kind: AttachmentKind): void {
  switch (kind) {
    case 'sticker':
      return sticker(ctx);
    case 'audio':
      return offer(ctx, 'media.audio', [sendButton(ctx, 'buttons.send_audio'), typeButton(ctx)]);
    case 'image':
    case 'gif':
      return offer(ctx, 'media.image', [sendButton(ctx, 'buttons.send_photo')]);
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
  return replyButton(ctx.t(words), { intent: 'media', step: 'send' });
}

function typeButton(ctx: BotContext) {
  return replyButton(ctx.t('buttons.type_instead'), { intent: 'media', step: 'type' });
}

/** Right after an answer a sticker is thanks; otherwise it says hello. */
function sticker(ctx: BotContext): void {
  const answeredLately = ctx.state.intent !== undefined;
  const thanked = ctx.state.lastAt.thanks ?? 0;
  if (!answeredLately) return ctx.say(ctx.t('greeting.text'), { outcome: 'smalltalk' });
  if (ctx.now - thanked < thanksAgainMs) return;
  ctx.remember({ lastAt: { ...ctx.state.lastAt, thanks: ctx.now } });
  ctx.say(ctx.t('thanks.text'), { outcome: 'smalltalk' });
}
