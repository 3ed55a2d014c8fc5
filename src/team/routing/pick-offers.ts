import { isPresent } from '../roster/team.ts';

/** A member of a team, as it is decided whom to offer a ticket. */
export interface Candidate {
  memberId: string;
  awayUntil: number | undefined;
  removedAt: number | undefined;
  /** Tickets they hold that are not resolved. */
  openTickets: number;
  /** When they were last offered one: among equals the one who waited longest goes first. */
  lastOfferedAt: number | undefined;
  /** Linked to an OA and pledged, so that an offer reaches them in Zalo; others only see it in their list. */
  isReachable: boolean;
}

export interface OfferRequest {
  candidates: readonly Candidate[];
  /** Members who were offered this ticket at this team already. */
  offeredBefore: ReadonlySet<string>;
  /** How many are asked at once. */
  offerSize: number;
  /** Who holds so many open tickets is not offered more. */
  maxOpenPerMember: number;
  now: number;
}

/** Whom to offer a ticket next, the least loaded first. Empty when nobody is left to be asked. */
export function pickOffers({
  candidates,
  offeredBefore,
  offerSize,
  maxOpenPerMember,
  now,
}: OfferRequest): string[] {
  return candidates
    .filter((member) => isPresent(member, now) && !offeredBefore.has(member.memberId))
    .filter(({ openTickets }) => openTickets < maxOpenPerMember)
    .sort(compare)
    .slice(0, offerSize)
    .map(({ memberId }) => memberId);
}

function compare(a: Candidate, b: Candidate): number {
  return (
    Number(b.isReachable) - Number(a.isReachable) ||
    a.openTickets - b.openTickets ||
    (a.lastOfferedAt ?? 0) - (b.lastOfferedAt ?? 0) ||
    a.memberId.localeCompare(b.memberId)
  );
}
