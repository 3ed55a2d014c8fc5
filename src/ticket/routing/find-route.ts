import { NotFoundError } from '../../errors.ts';
import type { LocatedPlace } from '../../team/areas/area-tree.ts';
import { type Route, routeTicket } from '../../team/routing/route-ticket.ts';
import { isConfidential } from '../model/confidential.ts';
import type { DecisionContext } from '../model/decision-context.ts';

/**
 * The team for a place and topic: the root team for a confidential one. Undefined when the installation has no team.
 */
export function findRoute(
  { roster, now }: Pick<DecisionContext, 'roster' | 'now'>,
  located: LocatedPlace,
  topic: string | undefined,
): Route | undefined {
  const isForRoot = isConfidential({ topic });
  const path = roster.tree.pathOf(isForRoot ? roster.tree.root?.areaId : located.areaId || undefined);
  if (path.length === 0) return undefined;
  const place = located.candidates.length > 0 ? 'ambiguous' : located.isVillageUnknown ? 'unknown' : 'known';
  try {
    return routeTicket({ path, topic, teams: roster.staffedTeams(now), place, now });
  } catch (error) {
    if (error instanceof NotFoundError) return undefined;
    throw error;
  }
}
