import { type CannedReplies, fillCanned } from '../../content/canned-replies.ts';
import type { CannedReply } from '../../content/schema/canned.ts';
import type { Translate } from '../../i18n.ts';
import { inSentence } from '../../nlu/text/first-letter.ts';

/** The ticket data that fills a canned reply. */
export interface CannedTicket {
  number: number;
  topic: string | null;
  /** Name of the team that has the ticket; undefined when no team has it, or the team has no name. */
  team: string | undefined;
  /** Names of the areas from the smallest up, without the root. */
  places: readonly string[];
  /** The smallest area is a village. */
  hasVillage: boolean;
  villageText: string | null;
}

/** Canned replies, filled in. */
export interface CannedOffer {
  listFor(ticket: CannedTicket, now: number): CannedReply[];
  find(id: string, ticket: CannedTicket, now: number): CannedReply | undefined;
}

/** @param office the name of the office */
export function createCannedOffer(replies: CannedReplies, office: string, t: Translate): CannedOffer {
  const filled = (reply: CannedReply, ticket: CannedTicket): CannedReply => ({
    ...reply,
    text: fillCanned(reply, { ...placesOf(ticket, t), number: ticket.number, office }),
  });
  return {
    listFor: (ticket, now) => replies.listFor(ticket.topic, now).map((reply) => filled(reply, ticket)),
    find(id, ticket, now) {
      const reply = replies.find(id, now);
      return reply && filled(reply, ticket);
    },
  };
}

function placesOf({ team, places, hasVillage, villageText }: CannedTicket, t: Translate) {
  const village = hasVillage ? places[0] : (villageText ?? undefined);
  const commune = places.slice(hasVillage ? 1 : 0).at(-1);
  return {
    team: team?.trim() || t('handoff.no_team'),
    commune: commune === undefined ? t('operator:canned.commune') : inSentence(commune),
    village: village === undefined ? t('operator:canned.village') : villageName(village, t),
  };
}

/** "Đông" becomes "thôn Đông"; a name that includes its kind stays. */
function villageName(name: string, t: Translate): string {
  const bearsKind = /^(?:thôn|xóm|làng|ấp|bản|khu|tổ|đội)\s/iu.test(name);
  return bearsKind ? inSentence(name) : t('place.village', { name });
}
