import type { Roster } from '../../team/roster/roster.ts';
import type { Ticket } from './ticket-edit.ts';

type Place = Pick<Ticket, 'area_id' | 'village_text'>;
type WithTree = Pick<Roster, 'tree'>;

/** Whether we know in which village to look for the resident: it is an area, or was told by a name that no area bears. */
export function knowsVillage(ticket: Place, roster: WithTree): boolean {
  return ticket.village_text !== null || liesInVillage(ticket, roster);
}

/** Whether the smallest area known is a village. */
export function liesInVillage({ area_id }: Pick<Place, 'area_id'>, { tree }: WithTree): boolean {
  return tree.find(area_id ?? '')?.level === 'village';
}
