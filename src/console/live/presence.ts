/** Who has the page of a ticket open, as far as this process knows. */
export interface Presence {
  /** @returns ends it */
  enter(number: number, member: { memberId: string; name: string }): () => void;
  /** The names of the others, each once. */
  othersAt(number: number, memberId: string): string[];
}

/** @param onChange called when somebody comes or goes */
export function createPresence(onChange: (number: number) => void): Presence {
  const visits = new Map<number, Set<{ memberId: string; name: string }>>();
  return {
    enter(number, { memberId, name }) {
      const visit = { memberId, name };
      const here = visits.get(number) ?? new Set();
      visits.set(number, here.add(visit));
      onChange(number);
      return () => {
        here.delete(visit);
        if (here.size === 0) visits.delete(number);
        onChange(number);
      };
    },
    othersAt(number, memberId) {
      const others = [...(visits.get(number) ?? [])].filter((visit) => visit.memberId !== memberId);
      return [...new Set(others.map(({ name }) => name))];
    },
  };
}
