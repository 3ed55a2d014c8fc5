import { hourMs, minuteMs } from '../../../src/durations.ts';
import { assign } from '../../../src/ticket/commands/assign.ts';
import { claim } from '../../../src/ticket/commands/claim.ts';
import { dismiss } from '../../../src/ticket/commands/close.ts';
import { transfer } from '../../../src/ticket/commands/transfer.ts';
import { editTicket, type TicketEdit } from '../../../src/ticket/model/ticket-edit.ts';
import { escalate } from '../../../src/ticket/routing/offers.ts';
import { promisedAt } from '../../../src/ticket/timers/arm-timers.ts';
import { runDueTimers } from '../../../src/ticket/timers/run-timer.ts';
import { memberOf } from '../../helpers/run-ticket-command.ts';
import { asSaved, contextAt, effectOf, openedAt, ticketThatIs } from '../../helpers/ticket-decisions.ts';

const now = openedAt + 2 * hourMs;
const promised = openedAt + 4 * hourMs;
const context = contextAt(now);

/** The village's ticket after it escalated to the root team, as it would be loaded. */
function escalated(change: { topic?: string; urgent?: boolean } = {}): TicketEdit {
  const edit = editTicket(ticketThatIs('new'));
  edit.set(change);
  escalate(edit, context, 'nobody-took-it');
  const above = editTicket(asSaved(edit));
  escalate(above, context, 'nobody-took-it');
  return editTicket(asSaved(above));
}

describe('a ticket that escalated to the root team', () => {
  it('keeps the time that the resident was promised', () => {
    expect(escalated().ticket.team_id).toBe('root');
    expect(promisedAt(escalated())).toBe(promised);
  });

  it('warns before that time', () => {
    expect(escalated().dueAt('first-warning')).toBe(now + (promised - now) * 0.75);
  });

  it.each(['asked', 'lead', 'above', 'clerk'])(
    'can be claimed by %s; it is then with their own team',
    (who) => {
      const edit = escalated();
      expect(claim(edit, context, who)).toEqual({ kind: 'done' });
      const team = { asked: 'village', lead: 'village', above: 'cluster', clerk: 'root' }[who];
      expect(effectOf(edit).now).toBe(`open ${team} ${who}`);
    },
  );

  it('cannot be claimed by a member of another village', () => {
    expect(claim(escalated(), context, 'stranger')).toEqual({ kind: 'refused', why: 'not-yours' });
  });

  it('stays with the root team when it is confidential', () => {
    const edit = escalated({ topic: 'grievance' });
    expect(claim(edit, context, 'lead')).toEqual({ kind: 'refused', why: 'not-yours' });
    const down = { by: memberOf('desk'), memberId: 'lead' };
    expect(assign(edit, context, down)).toEqual({ kind: 'refused', why: 'not-in-reach' });
    expect(dismiss(edit, context, { by: memberOf('clerk') })).toEqual({ kind: 'refused', why: 'not-a-lead' });
  });

  it.each(['desk', 'clerk'])(
    'is assigned by %s to a member of the village, whose team has it again',
    (by) => {
      const edit = escalated();
      expect(assign(edit, context, { by: memberOf(by), memberId: 'asked' })).toEqual({ kind: 'done' });
      expect(effectOf(edit)).toMatchObject({
        now: 'open village asked',
        timeline: [`assigned by ${by}`],
        said: ['handoff.claimed'],
      });
      expect(promisedAt(edit)).toBe(promised);
    },
  );

  it('is assigned by the root team to a member of any village', () => {
    const edit = escalated();
    expect(assign(edit, context, { by: memberOf('clerk'), memberId: 'stranger' })).toEqual({ kind: 'done' });
    expect(effectOf(edit).now).toBe('open village-2 stranger');
  });

  it('is handed down to a team by a member of the root team; the resident reads who has it', () => {
    const edit = escalated();
    const handed = { by: memberOf('clerk'), teamId: 'village', text: 'việc của thôn' };
    expect(transfer(edit, context, handed)).toEqual({ kind: 'done' });
    expect(effectOf(edit)).toMatchObject({ now: 'new village -', said: ['handoff.handed'] });
    expect(promisedAt(edit)).toBe(promised);
  });

  it('is dismissed with a reason, which the timeline keeps', () => {
    const edit = escalated();
    expect(dismiss(edit, context, { by: memberOf('clerk'), text: 'nhắn thử' })).toEqual({ kind: 'done' });
    expect(edit.changes.timeline).toEqual([
      expect.objectContaining({ event: 'resolved', reason: 'spam', text: 'nhắn thử' }),
    ]);
  });
});

describe('a deadline that is missed at the top', () => {
  const missedAt = promised + minuteMs;
  const missed = (callInstead?: string) => {
    const edit = escalated();
    runDueTimers(edit, contextAt(missedAt, { callInstead }));
    return edit;
  };

  it('raises an alarm, tells the resident so with a number to call, and is checked again', () => {
    expect(effectOf(missed('1022'))).toMatchObject({
      alarms: expect.arrayContaining(['first-answer-missed']),
      said: expect.arrayContaining(['handoff.overdue_call']),
    });
    expect(missed().dueAt('first-answer')).toBeGreaterThan(missedAt);
  });

  it('names no number when the office has none', () => {
    expect(effectOf(missed()).said).toContain('handoff.overdue');
  });

  it('reminds the members who were asked', () => {
    expect(effectOf(missed()).notices).toContain('desk remind');
  });
});

it('an urgent ticket escalates after half as many rounds of offers', () => {
  const edit = editTicket(ticketThatIs('new'));
  edit.set({ urgent: true });
  edit.arm('offer', now);
  runDueTimers(edit, context);
  expect(effectOf(edit).timeline).toContain('escalated (nobody-took-it) by clock');
});
