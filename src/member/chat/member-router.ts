import { type Kysely, sql } from 'kysely';
import { clockInWords } from '../../calendar/spoken-time.ts';
import { readMessage } from '../../conversation/classify-input.ts';
import { memberIntent } from '../../conversation/outbox.ts';
import type { OpenStep } from '../../conversation/state.ts';
import type { Deciding } from '../../conversation/turn.ts';
import type { Tables } from '../../database/schema.ts';
import type { OpenContext } from '../../intents/intent-handler.ts';
import type { MessageEvent, PersonRef } from '../../message.ts';
import { foldText } from '../../nlu/text/fold-text.ts';
import { findLink } from '../../team/roster/link-store.ts';
import type { ServiceParts } from '../../ticket/ticket-parts.ts';
import { tellMembersNow } from '../../ticket/timers/after-commit.ts';
import { readCode } from '../linking/invite-code.ts';
import { linkByCode } from '../linking/link-by-code.ts';
import { leaveOa } from '../linking/unlink.ts';
import { wakeWaiting } from '../notices/notice-store.ts';
import { markAnswered } from '../reach/attempt-store.ts';
import type { CannedOffer } from '../relay/canned-replies.ts';
import type { Wording } from '../tickets/card.ts';
import { createMemberDesk } from '../tickets/member-tickets.ts';
import { memberButton } from './buttons.ts';
import { forgetChat, type MemberChat, saveChat, toChat } from './chat-state.ts';
import { readCommand } from './commands.ts';
import { takeMessage } from './handle-message.ts';
import { type MemberTurn, type SayOptions, toDraft } from './member-context.ts';

export interface LaneParts extends ServiceParts {
  topicTitle: Wording['topicTitle'];
  canned: CannedOffer;
}

/** Somebody who writes as a member, or with a code that makes them one. */
export interface MemberVisit {
  /** Handles the message: what follows is written in the transaction of the turn. @returns the outcome */
  take(open: OpenContext): Promise<string>;
  /** After the turn is committed: wakes whoever must know. */
  giveHints(): Promise<void>;
}

/** The way of a message that a member writes. */
export interface MemberLane {
  /** @returns undefined for a resident, and for a member who asks as one */
  meet(
    deciding: Deciding,
    stepAccepts: (step: OpenStep, text: string) => boolean,
  ): Promise<MemberVisit | undefined>;
  /** Whether somebody is linked to a member, here and now. */
  knows(db: Kysely<Tables>, person: PersonRef): Promise<boolean>;
  /** Somebody withdraws their consent. @returns what wakes whoever must know; undefined for who is no member */
  leave(deciding: Deciding): Promise<(() => Promise<void>) | undefined>;
}

interface Known {
  member_id: string | null;
  name: string | null;
  pledged_at: number | null;
  chat: Partial<MemberChat> | null;
}

type Visiting = Deciding & { event: MessageEvent };

export function createMemberLane(parts: LaneParts): MemberLane {
  const t = parts.words.in('vi');

  return {
    async meet(deciding, stepAccepts) {
      const { event } = deciding.turn.last;
      if (event.kind !== 'message' || event.anonymousConversationId) return undefined;
      const visiting: Visiting = { ...deciding, event };
      const known = await readKnown(visiting);
      const code = readCode(event.text ?? '');
      if (code) return linkingVisit(visiting, { code, isMember: known.member_id !== null });
      if (known.member_id === null) return known.chat === null ? undefined : goneVisit(visiting);
      const chat = toChat(known.chat ?? {});
      if (asksAsResident(visiting, chat, stepAccepts)) {
        await saveChat(deciding.trx, {
          conversationId: deciding.held.id,
          memberId: known.member_id,
          chat: { ...chat, asResident: chat.asResident && { ...chat.asResident, next: false } },
        });
        return undefined;
      }
      return memberVisit(visiting, { ...known, chat, memberId: known.member_id });
    },
    knows: async (db, person) => (await findLink(db, person)) !== undefined,
    leave: (deciding) => leaveOa(parts, deciding),
  };

  function linkingVisit(
    { trx, held, now }: Visiting,
    { code, isMember }: { code: string; isMember: boolean },
  ): MemberVisit {
    return visitOf(async (say) => {
      const linked = await linkByCode(trx, { code, person: held.person, now });
      if (linked.kind === 'locked') {
        return say(t('console:member.link.locked', { clock: clockInWords(linked.until, now, t) }));
      }
      if (linked.kind === 'wrong' && isMember) return say(t('console:member.link.already'));
      if (linked.kind !== 'linked') return say(t(`console:member.link.${linked.kind}`));
      const { memberId, name, teamIds } = linked;
      await saveChat(trx, { conversationId: held.id, memberId, chat: toChat({}) });
      const { rows } = await sql<{ name: string }>`
        select name from teams where team_id = any(${teamIds}) order by team_id`.execute(trx);
      const team = rows.map((row) => row.name).join(', ');
      say(t('console:member.link.linked', { name, team }), { buttons: [memberButton(t, 'pledge')] });
    });
  }

  /** A member no longer, or from another account now: said once; what they wrote goes to nobody. */
  function goneVisit({ trx, held }: Visiting): MemberVisit {
    return visitOf(async (say) => {
      await forgetChat(trx, held.id);
      say(t('console:member.link.gone'));
    });
  }

  function memberVisit(
    visiting: Visiting,
    { memberId, name, pledged_at, chat: before }: Known & { memberId: string; chat: MemberChat },
  ): MemberVisit {
    const { trx, held, turn, now, event } = visiting;
    const desk = createMemberDesk(parts, { trx, memberId, now });
    let isAwaited = false;
    const giveHints = async () => {
      await desk.giveHints();
      if (isAwaited) await tellMembersNow(parts);
    };
    return visitOf(async (say) => {
      let chat = before;
      const memberTurn: MemberTurn = {
        t,
        now,
        topicTitle: parts.topicTitle,
        canned: parts.canned,
        trx,
        memberId,
        name: name ?? '',
        conversationId: held.id,
        event,
        desk,
        get chat() {
          return chat;
        },
        fetched: visiting.media,
        remember(change) {
          chat = { ...chat, ...change };
        },
        say,
      };
      await takeMessage({
        turn: memberTurn,
        said: turn.said,
        hasPledged: pledged_at !== null,
        fold: foldText,
      });
      await saveChat(trx, { conversationId: held.id, memberId, chat });
      isAwaited = await wakeWaiting(trx, memberId, now);
      await markAnswered(trx, memberId, now);
    }, giveHints);
  }
}

function visitOf(
  act: (say: (text: string, options?: SayOptions) => void) => Promise<void>,
  giveHints: () => Promise<void> = async () => undefined,
): MemberVisit {
  return {
    async take({ drafts }) {
      await act((text, options) => drafts.push(toDraft(text, options)));
      return memberIntent;
    },
    giveHints,
  };
}

async function readKnown({ trx, held }: Visiting): Promise<Known> {
  const { oaId, personId } = held.person;
  const { rows } = await sql<Known>`
    select l.member_id, m.name, l.pledged_at, c.state as chat
    from (select 1) one
    left join member_links l on l.oa_id = ${oaId} and l.person_id = ${personId} and l.revoked_at is null
    left join members m on m.member_id = l.member_id
    left join member_chats c on c.conversation_id = ${held.id}`.execute(trx);
  return rows[0] ?? { member_id: null, name: null, pledged_at: null, chat: null };
}

/** Their next message after *hỏi như người dân*, an answer to what the bot asks back, and a tap on a button of the bot. */
function asksAsResident(
  { event, turn, held, now }: Visiting,
  { asResident }: MemberChat,
  stepAccepts: (step: OpenStep, text: string) => boolean,
): boolean {
  const reading = readMessage({ event, said: turn.said, step: held.state.step, fold: foldText, stepAccepts });
  if (reading.kind === 'tap') return reading.meaning.intent !== memberIntent;
  if (!asResident || asResident.until <= now || readCommand(event.text ?? '')) return false;
  return asResident.next || reading.kind === 'step';
}
