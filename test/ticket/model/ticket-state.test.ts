import { nextStatus, type StatusBefore, ticketEvents } from '../../../src/ticket/model/ticket-state.ts';

const statuses: StatusBefore[] = ['none', 'new', 'open', 'waiting', 'resolved'];

/** Every (status, event): the status afterwards, `-` where the event cannot happen. */
const table: Record<string, [string, string, string, string, string]> = {
  //           none   new         open        waiting     resolved
  opened: ['new', '-', '-', '-', '-'],
  offered: ['-', 'new', '-', '-', '-'],
  claimed: ['-', 'open', '-', '-', '-'],
  released: ['-', '-', 'new', 'new', '-'],
  assigned: ['-', 'open', 'open', 'open', '-'],
  answered: ['-', '-', 'open', 'open', '-'],
  noted: ['-', 'new', 'open', 'waiting', 'resolved'],
  transferred: ['-', 'new', 'new', 'new', '-'],
  escalated: ['-', 'new', 'new', 'new', '-'],
  waited: ['-', '-', 'waiting', '-', '-'],
  withdrawn: ['-', 'resolved', 'resolved', 'resolved', '-'],
  expired: ['-', '-', '-', 'resolved', '-'],
  unreachable: ['-', 'resolved', 'resolved', 'resolved', '-'],
  merged: ['-', 'resolved', 'resolved', 'resolved', '-'],
  resolved: ['-', 'resolved', 'resolved', 'resolved', '-'],
  reopened: ['-', '-', '-', 'open', 'new'],
};

describe('the life of a ticket', () => {
  it('has a row in this table for every event', () => {
    expect(new Set(Object.keys(table))).toEqual(new Set(ticketEvents));
  });

  const cases = ticketEvents.flatMap((event) =>
    statuses.map((status, column) => ({ event, status, after: table[event]?.[column] })),
  );

  it.each(cases)('$status, $event → $after', ({ event, status, after }) => {
    expect(nextStatus(status, event) ?? '-').toBe(after);
  });
});
