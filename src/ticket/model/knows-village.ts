import type { Roster } from '../../team/roster/roster.ts';
import type { Ticket } from './ticket-edit.ts';

type Place = Pick<Ticket, 'area_id' | 'village_text'>;
type WithTree = Pick<Roster, 'tree'>;

/** Whether we know the resident's village: it is an area, or they gave a name that no area has. */
export function knowsVillage(ticket: Place, roster: WithTree): boolean {
  return ticket.village_text !== null || liesInVillage(ticket, roster);
}

/** Whether the smallest known area is a village. */
export function liesInVillage({ area_id }: Pick<Place, 'area_id'>, { tree }: WithTree): boolean {
  return tree.find(area_id ?? '')?.level === 'village';
}
