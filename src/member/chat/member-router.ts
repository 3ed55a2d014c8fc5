import { type Kysely, sql } from 'kysely';
import { formatTimestamp } from '../../calendar/spoken-time.ts';
import type { InputKind } from '../../conversation/classify-input.ts';
import { memberIntent } from '../../conversation/outbox.ts';
import type { TurnContext } from '../../conversation/turn.ts';
import type { Tables } from '../../database/schema.ts';
import type { OpenContext } from '../../intents/flow/bot-context.ts';
import type { NeededMedia } from '../../media/media-needed.ts';
import type { MessageEvent, PersonRef } from '../../message.ts';
import { findLink } from '../../team/roster/link-store.ts';
import type { ServiceParts } from '../../ticket/ticket-parts.ts';
import { tellMembersNow } from '../../ticket/timers/after-commit.ts';
import { readCode } from '../linking/invite-code.ts';
import { linkByCode } from '../linking/link-by-code.ts';
import { leaveOa } from '../linking/unlink.ts';
import { markWaitingDue } from '../notices/notice-store.ts';
import { markAnswered } from '../reach/attempt-store.ts';
import type { CannedOffer } from '../relay/canned-replies.ts';
import { foreseeMedia, type MediaForecast } from '../relay/foresee-media.ts';
import type { Wording } from '../tickets/card.ts';
import { createMemberTickets } from '../tickets/member-tickets.ts';
import { memberButton } from './buttons.ts';
import { forgetChat, type MemberChat, type StoredChat, saveChat, toChat } from './chat-state.ts';
import { readCommand } from './commands.ts';
import { handleMemberMessage } from './handle-message.ts';
import { type MemberTurn, type SayOptions, toDraft } from './member-context.ts';

export interface LaneParts extends ServiceParts {
  topicTitle: Wording['topicTitle'];
  canned: CannedOffer;
  /** Address of the web console; undefined when this installation has none. */
  consoleUrl: string | undefined;
}

/** Handles a message of a member, or of a person who sends an invitation code. */
export interface MemberHandler {
  /** Handles the message and writes the effects in the transaction of the turn. @returns the outcome */
  handle(open: OpenContext): Promise<string>;
  /** Runs after commit: enqueues wakes and notices for the tickets that changed. */
  dispatchAfterCommit(): Promise<void>;
}

/** Routes messages that members write. */
export interface MemberRouter {
  /** @returns undefined for a resident, and for a member who asks as one */
  routeMember(turnContext: TurnContext, input: InputKind): Promise<MemberHandler | undefined>;
  /** Pictures and documents that the message will send on; called before the transaction of its turn. */
  foreseeMedia(db: Kysely<Tables>, forecast: MediaForecast): Promise<NeededMedia[]>;
  /** Whether the person is linked to a member at this OA now. */
  isMember(db: Kysely<Tables>, person: PersonRef): Promise<boolean>;
  /** Whether `routeMember` may handle a message: from a present or former member, or with an invitation code. */
  isForMember(db: Kysely<Tables>, event: MessageEvent): Promise<boolean>;
  /** The person withdraws consent. @returns what to run after commit; undefined for a person who is no member */
  leave(turnContext: TurnContext): Promise<(() => Promise<void>) | undefined>;
}

interface SenderRow {
  member_id: string | null;
  name: string | null;
  pledged_at: number | null;
  chat: StoredChat | null;
}

type MessageContext = TurnContext & { event: MessageEvent };

export function createMemberRouter(parts: LaneParts): MemberRouter {
  const t = parts.words.in('vi');

  return {
    async routeMember(turnContext, input) {
      const { event } = turnContext.turn.last;
      if (event.kind !== 'message' || event.anonymousConversationId) return undefined;
      const messageContext: MessageContext = { ...turnContext, event };
      const sender = await readSender(messageContext.trx, event);
      const code = readCode(event.text ?? '');
      if (code) return linkHandler(messageContext, { code, isMember: sender.member_id !== null });
      if (sender.member_id === null)
        return sender.chat === null ? undefined : unlinkedHandler(messageContext);
      const chat = toChat(sender.chat ?? {});
      if (asksAsResident(messageContext, chat, input)) {
        await saveChat(turnContext.trx, {
          conversationId: turnContext.conversation.id,
          memberId: sender.member_id,
          chat: { ...chat, asResident: chat.asResident && { ...chat.asResident, next: false } },
        });
        return undefined;
      }
      return memberHandler(messageContext, { ...sender, chat, memberId: sender.member_id });
    },
    foreseeMedia,
    isMember: async (db, person) => (await findLink(db, person)) !== undefined,
    async isForMember(db, event) {
      if (event.anonymousConversationId) return false;
      if (readCode(event.text ?? '')) return true;
      const sender = await readSender(db, event);
      return sender.member_id !== null || sender.chat !== null;
    },
    leave: (turnContext) => leaveOa(parts, turnContext),
  };

  function linkHandler(
    { trx, conversation, now }: MessageContext,
    { code, isMember }: { code: string; isMember: boolean },
  ): MemberHandler {
    return handlerOf(async (say) => {
      const linked = await linkByCode(trx, { code, person: conversation.person, now });
      if (linked.kind === 'locked') {
        return say(t('member:link.locked', { clock: formatTimestamp(linked.until, now, t) }));
      }
      if (linked.kind === 'wrong' && isMember) return say(t('member:link.already'));
      if (linked.kind !== 'linked') return say(t(`member:link.${linked.kind}`));
      const { memberId, name, teamIds } = linked;
      await saveChat(trx, { conversationId: conversation.id, memberId, chat: toChat({}) });
      const { rows } = await sql<{ name: string }>`
        select name from teams where team_id = any(${teamIds}) order by team_id`.execute(trx);
      const team = rows.map((row) => row.name).join(', ');
      say(t('member:link.linked', { name, team }), { buttons: [memberButton(t, 'pledge')] });
    });
  }

  /**
   * The person is no longer a member, or linked another account: the bot says so once, and what they wrote goes to no
   * resident.
   */
  function unlinkedHandler({ trx, conversation }: MessageContext): MemberHandler {
    return handlerOf(async (say) => {
      await forgetChat(trx, conversation.id);
      say(t('member:link.gone'));
    });
  }

  function memberHandler(
    messageContext: MessageContext,
    { memberId, name, pledged_at, chat: before }: SenderRow & { memberId: string; chat: MemberChat },
  ): MemberHandler {
    const { trx, conversation, turn, now, event } = messageContext;
    const turnId = turn.last.id;
    const tickets = createMemberTickets(parts, { trx, memberId, now, turnId });
    let isAwaited = false;
    const dispatchAfterCommit = async () => {
      await tickets.dispatchAfterCommit();
      if (isAwaited) await tellMembersNow(parts);
    };
    return handlerOf(async (say) => {
      let chat = before;
      let hasListed = false;
      const memberTurn: MemberTurn = {
        t,
        now,
        topicTitle: parts.topicTitle,
        canned: parts.canned,
        consoleUrl: parts.consoleUrl,
        trx,
        memberId,
        name: name ?? '',
        conversationId: conversation.id,
        event,
        turnId,
        tickets,
        get chat() {
          return chat;
        },
        fetched: messageContext.media,
        remember(change) {
          chat = { ...chat, ...change };
        },
        say(text, options) {
          hasListed ||= (options?.choices?.length ?? 0) > 0;
          say(text, options);
        },
        hasListed: () => hasListed,
      };
      await handleMemberMessage({
        turn: memberTurn,
        recentMessages: turn.recentMessages,
        hasPledged: pledged_at !== null,
      });
      await saveChat(trx, { conversationId: conversation.id, memberId, chat });
      isAwaited = await markWaitingDue(trx, memberId, now);
      await markAnswered(trx, memberId, now);
    }, dispatchAfterCommit);
  }
}

function handlerOf(
  act: (say: (text: string, options?: SayOptions) => void) => Promise<void>,
  dispatchAfterCommit: () => Promise<void> = async () => undefined,
): MemberHandler {
  return {
    async handle({ drafts }) {
      await act((text, options) => drafts.push(toDraft(text, options)));
      return memberIntent;
    },
    dispatchAfterCommit,
  };
}

async function readSender(db: Kysely<Tables>, { oaId, personId }: PersonRef): Promise<SenderRow> {
  const { rows } = await sql<SenderRow>`
    select l.member_id, m.name, l.pledged_at, c.state as chat
    from (select 1) one
    left join member_links l on l.oa_id = ${oaId} and l.person_id = ${personId} and l.revoked_at is null
    left join members m on m.member_id = l.member_id
    left join conversations t on t.oa_id = ${oaId} and t.person_id = ${personId}
    left join member_chats c on c.conversation_id = t.id`.execute(db);
  return rows[0] ?? { member_id: null, name: null, pledged_at: null, chat: null };
}

/**
 * Whether the message is the next one after *hỏi như người dân*, an answer to the bot's follow-up question, or a tap on
 * a button of the bot.
 */
function asksAsResident(
  { event, now }: MessageContext,
  { asResident }: MemberChat,
  input: InputKind,
): boolean {
  if (input.kind === 'tap') return input.meaning.intent !== memberIntent;
  if (!asResident || asResident.until <= now || readCommand(event.text ?? '')) return false;
  return asResident.next || input.kind === 'step';
}
