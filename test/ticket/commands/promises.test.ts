import { hourMs } from '../../../src/durations.ts';
import { waitForResident } from '../../../src/ticket/commands/answer.ts';
import { release } from '../../../src/ticket/commands/release.ts';
import { transfer } from '../../../src/ticket/commands/transfer.ts';
import { editTicket } from '../../../src/ticket/model/ticket-edit.ts';
import { promisedAt } from '../../../src/ticket/timers/arm-timers.ts';
import { runDueTimers } from '../../../src/ticket/timers/run-timer.ts';
import { memberOf } from '../../helpers/run-ticket-command.ts';
import { asSaved, contextAt, effectOf, openedAt, ticketThatIs } from '../../helpers/ticket-decisions.ts';

const promised = openedAt + 4 * hourMs;

describe('the time that a resident was told', () => {
  it('is missed, and the timeline says so, when the last offer ends in the same minute', () => {
    const edit = editTicket(ticketThatIs('new'));
    edit.set({ level_round: 2 });
    edit.arm('offer', promised);
    runDueTimers(edit, contextAt(promised));
    expect(effectOf(edit).timeline).toEqual(
      expect.arrayContaining(['noted (first-answer-missed) by clock', 'escalated (nobody-took-it) by clock']),
    );
  });

  it('is missed, and the timeline says so, when a member hands the ticket over before its timer ran', () => {
    const edit = editTicket(ticketThatIs('open'));
    transfer(edit, contextAt(promised + 1), { by: memberOf('assignee'), teamId: 'cluster' });
    expect(effectOf(edit).timeline?.[0]).toBe('noted (first-answer-missed) by clock');
  });

  it('is kept, without a word in the timeline, when the ticket is handed over before it', () => {
    const edit = editTicket(ticketThatIs('open'));
    transfer(edit, contextAt(promised - hourMs), { by: memberOf('assignee'), teamId: 'cluster' });
    expect(effectOf(edit).timeline?.[0]).toBe('transferred by assignee');
    expect(promisedAt(edit)).toBe(promised);
  });

  it('is told anew when a ticket that waited, without an answer, is given back', () => {
    const waiting = editTicket(ticketThatIs('open'));
    waitForResident(waiting, contextAt(openedAt + hourMs), 'assignee');
    expect(promisedAt(waiting)).toBeUndefined();
    const edit = editTicket(asSaved(waiting));
    release(edit, contextAt(openedAt + 2 * hourMs), { by: memberOf('assignee') });
    expect(promisedAt(edit)).toBe(openedAt + 6 * hourMs);
    expect(effectOf(edit).said).toEqual(['handoff.returned']);
  });
});
