import { hourMs, minuteMs } from '../../../src/durations.ts';
import { answer } from '../../../src/ticket/commands/answer.ts';
import { resolve } from '../../../src/ticket/commands/close.ts';
import { editTicket, type LoadedTicket } from '../../../src/ticket/model/ticket-edit.ts';
import { runDueTimers } from '../../../src/ticket/timers/run-timer.ts';
import { asSaved, contextAt, effectOf, openedAt, ticketThatIs } from '../../helpers/ticket-decisions.ts';

const memberId = 'assignee';
const answeredAt = openedAt + hourMs;

/** The member answers, and closes it this long afterwards. */
function closedAfter(ms: number, done = 'self', loaded: LoadedTicket = ticketThatIs('open')) {
  const answered = editTicket(loaded);
  answer(answered, contextAt(answeredAt), { memberId, text: 'tối tôi qua' });
  return close(asSaved(answered), answeredAt + ms, done);
}

function close(loaded: LoadedTicket, at: number, done: string) {
  const edit = editTicket(loaded);
  resolve(edit, contextAt(at), { by: { memberId }, done });
  return edit;
}

function runAt(loaded: LoadedTicket, at: number) {
  const edit = editTicket(loaded);
  runDueTimers(edit, contextAt(at));
  return edit;
}

/** The resident talks on after it was closed. */
function talksAt(loaded: LoadedTicket, at: number): LoadedTicket {
  return { ...loaded, person: { ...loaded.person, lastInteractionAt: at } };
}

describe('the question whether a ticket is done', () => {
  test('comes two hours after the last message, not at the closing', () => {
    const closed = closedAfter(minuteMs);
    expect(effectOf(closed).said).toBeUndefined();
    expect(closed.dueAt('done-question')).toBe(answeredAt + 2 * hourMs);
    const asked = runAt(asSaved(closed), answeredAt + 2 * hourMs);
    expect(effectOf(asked)).toEqual({ said: ['handoff.is_it_done'], stopped: ['done-question'] });
  });

  test('comes at once after a silence of two hours', () => {
    const closed = closedAfter(2 * hourMs);
    expect(effectOf(closed).said).toEqual(['handoff.is_it_done']);
    expect(closed.dueAt('done-question')).toBeUndefined();
  });

  test('waits on while the resident writes', () => {
    const due = answeredAt + 2 * hourMs;
    const loaded = talksAt(asSaved(closedAfter(minuteMs)), due - minuteMs);
    const later = runAt(loaded, due);
    expect(effectOf(later).said).toBeUndefined();
    expect(later.dueAt('done-question')).toBe(due - minuteMs + 2 * hourMs);
  });

  test('is not asked of a resident whose last message nobody answered', () => {
    const closed = close(ticketThatIs('open'), answeredAt, 'self');
    const asked = runAt(asSaved(closed), openedAt + 2 * hourMs);
    expect(effectOf(asked).said).toEqual(['handoff.closed_without_answer']);
  });

  test('is asked after a call, which answers what they wrote', () => {
    const closed = close(ticketThatIs('open'), answeredAt, 'called');
    expect(effectOf(runAt(asSaved(closed), openedAt + 2 * hourMs)).said).toEqual(['handoff.is_it_done']);
  });

  test('is about the failed call at once, when the resident could not be reached', () => {
    expect(effectOf(closedAfter(minuteMs, 'unreachable')).said).toEqual(['handoff.could_not_reach']);
  });

  test('is not asked about a ticket that is open again', () => {
    expect(
      effectOf(runAt({ ...ticketThatIs('open'), timers: new Map([['done-question', 1]]) }, 2)).said,
    ).toBe(undefined);
  });
});
