import type { UnknownPlace } from './list-unknown-places.ts';

/** A name that residents wrote of one area, at one OA. */
export interface UnknownName {
  text: string;
  times: number;
  oaId: string;
  /** The area in which it was looked up. */
  areaId: string | undefined;
  /** Numbers of the open tickets that wait for it. */
  tickets: number[];
  /** Epoch ms. */
  lastAt: number;
}

/** One entry for each name, OA and area; the most frequent first. */
export function groupUnknownPlaces(places: readonly UnknownPlace[]): UnknownName[] {
  const groups = new Map<string, UnknownName>();
  for (const { text, oaId, areaId, at, openTicket } of places) {
    const key = JSON.stringify([text.toLowerCase(), oaId, areaId]);
    const group = groups.get(key) ?? { text, times: 0, oaId, areaId, tickets: [], lastAt: at };
    group.times += 1;
    group.lastAt = at;
    if (openTicket !== undefined && !group.tickets.includes(openTicket)) group.tickets.push(openTicket);
    groups.set(key, group);
  }
  return [...groups.values()].sort((a, b) => b.times - a.times);
}
