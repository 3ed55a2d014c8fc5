import { isPresent } from '../roster/team.ts';

/** A member of a team, with what offers depend on. */
export interface Candidate {
  memberId: string;
  awayFrom?: number | undefined;
  awayUntil: number | undefined;
  removedAt: number | undefined;
  /** Unresolved tickets of the member. */
  openTickets: number;
  /** When the member last got an offer: among equals, the one who waited longest goes first. */
  lastOfferedAt: number | undefined;
  /** Linked to an OA and pledged, so that an offer reaches them in Zalo; others only see it in their list. */
  isReachable: boolean;
}

export interface OfferRequest {
  candidates: readonly Candidate[];
  /** Members of this team who were already offered this ticket. */
  offeredBefore: ReadonlySet<string>;
  /** Number of members to offer it to at once. */
  offerSize: number;
  /** A member with this many open tickets gets no offers. */
  maxOpenPerMember: number;
  now: number;
}

/** The members to offer a ticket next, the least loaded first. Empty when none is left. */
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
