import { hourMs } from '../../../src/durations.ts';
import { editTicket, type LoadedTicket } from '../../../src/ticket/model/ticket-edit.ts';
import { runDueTimers } from '../../../src/ticket/timers/run-timer.ts';
import type { TimerKind } from '../../../src/ticket/timers/timer-kinds.ts';
import {
  contextAt,
  type Effect,
  effectOf,
  openedAt,
  type Situation,
  ticketThatIs,
} from '../../helpers/ticket-decisions.ts';

const now = openedAt + 3 * hourMs;

/** The effect when only this timer is due. */
function strike(kind: TimerKind, loaded: LoadedTicket) {
  const edit = editTicket({ ...loaded, timers: new Map([[kind, now]]) });
  runDueTimers(edit, contextAt(now));
  const { stopped = [], ...effect } = effectOf(edit);
  return { edit, effect: { ...effect, ...others(stopped, kind) } };
}

/** The due timer is stopped in any case. */
function others(stopped: string[], kind: string): Effect {
  const rest = stopped.filter((one) => one !== kind);
  return rest.length > 0 ? { stopped: rest } : {};
}

/** The resident gave a phone number. */
function withPhone(loaded: LoadedTicket): LoadedTicket {
  return { ...loaded, ticket: { ...loaded.ticket, phone_encrypted: 'sealed' } };
}

/** A member has answered since the resident wrote. */
function answered(loaded: LoadedTicket): LoadedTicket {
  return { ...loaded, ticket: { ...loaded.ticket, last_answer_at: now - hourMs / 2 } };
}

/** Every member has had the maximum of offers. */
function askedOften(loaded: LoadedTicket): LoadedTicket {
  return { ...loaded, ticket: { ...loaded.ticket, level_round: 2 } };
}

/** At the highest team. */
function atTheTop(loaded: LoadedTicket): LoadedTicket {
  return askedOften({ ...loaded, ticket: { ...loaded.ticket, team_id: 'root' } });
}

const escalatedFromNew = (reason: string): Effect => ({
  now: 'new cluster -',
  timeline: [`escalated (${reason}) by clock`, 'offered by clock'],
  armed: ['first-answer', 'first-warning', 'offer', 'resolution', 'resolution-warning'],
  offers: ['above'],
  notices: ['above offer'],
  said: ['handoff.moved'],
});
const escalatedFromOpen = (reason: string): Effect => ({
  ...escalatedFromNew(reason),
  notices: ['above offer', 'assignee lost'],
});
const asked = ['asked remind', 'assignee remind', 'backup remind'];

const cases: [TimerKind, string, Effect, LoadedTicket][] = [
  [
    'offer',
    'offers it to members without an offer so far',
    { timeline: ['offered by clock'], armed: ['offer'], offers: ['lead'], notices: ['lead offer'] },
    ticketThatIs('new'),
  ],
  [
    'offer',
    'goes to the team above after the last round',
    escalatedFromNew('nobody-took-it'),
    askedOften(ticketThatIs('new')),
  ],
  [
    'offer',
    'stays with the highest team and notifies an operator',
    { timeline: ['noted (at-the-top-nobody-took-it) by clock'], alarms: ['nobody-took-it'] },
    atTheTop(ticketThatIs('new')),
  ],
  [
    'first-warning',
    'reminds the offered members',
    { timeline: ['noted (deadline-near) by clock'], notices: asked },
    ticketThatIs('new'),
  ],
  [
    'next-warning',
    'reminds the assignee',
    { timeline: ['noted (deadline-near) by clock'], notices: ['assignee remind'] },
    ticketThatIs('open'),
  ],
  [
    'resolution-warning',
    'reminds the assignee',
    { timeline: ['noted (deadline-near) by clock'], notices: ['assignee remind'] },
    ticketThatIs('open'),
  ],
  ['first-answer', 'escalates', escalatedFromNew('first-answer-missed'), ticketThatIs('new')],
  [
    'first-answer',
    'escalates it away from the assignee',
    escalatedFromOpen('first-answer-missed'),
    ticketThatIs('open'),
  ],
  [
    'next-answer',
    'escalates it away from the assignee',
    escalatedFromOpen('next-answer-missed'),
    ticketThatIs('open'),
  ],
  ['next-answer', 'does nothing after an answer', {}, answered(ticketThatIs('open'))],
  [
    'resolution',
    'escalates it away from the assignee',
    escalatedFromOpen('resolution-missed'),
    ticketThatIs('open'),
  ],
  [
    'holding-reply',
    'tells the resident who has it',
    { timeline: ['noted (told-who-has-it) by clock'], said: ['handoff.held'] },
    ticketThatIs('open'),
  ],
  [
    'holding-reply',
    'tells the resident which team has it',
    { timeline: ['noted (told-who-has-it) by clock'], said: ['handoff.held_by_team'] },
    ticketThatIs('new'),
  ],
  ['holding-reply', 'says nothing where an answer was given', {}, answered(ticketThatIs('open'))],
  [
    'window-first',
    'reminds the assignee',
    { timeline: ['noted (window-closing) by clock'], notices: ['assignee remind'] },
    ticketThatIs('open'),
  ],
  ['window-last', 'says nothing where an answer was given', {}, answered(ticketThatIs('open'))],
  [
    'window-line',
    'asks the resident whether it is still needed',
    { timeline: ['noted (asked-whether-needed) by clock'], said: ['handoff.still_needed'] },
    ticketThatIs('open'),
  ],
  [
    'window-shut',
    'reminds the assignee that the window is closed',
    { timeline: ['noted (window-shut) by clock'], notices: ['assignee remind'] },
    ticketThatIs('open'),
  ],
  [
    'window-shut',
    'makes it a call-back when there is a number',
    { timeline: ['noted (phone-task) by clock'], notices: ['assignee remind'] },
    withPhone(ticketThatIs('open')),
  ],
  [
    'unreachable',
    'closes it when there is no number',
    {
      now: 'resolved village assignee',
      timeline: ['unreachable (unreachable) by clock'],
      notices: ['assignee over'],
    },
    ticketThatIs('open'),
  ],
  [
    'unreachable',
    'makes it a call-back when there is a number',
    { timeline: ['noted (phone-task) by clock'], notices: ['assignee remind'] },
    withPhone(ticketThatIs('open')),
  ],
  ['unreachable', 'does nothing to a closed one', {}, ticketThatIs('resolved')],
  [
    'staff-wrote',
    'records that staff have answered',
    { timeline: ['noted (answered-by-hand) by staff'] },
    ticketThatIs('new'),
  ],
  ['staff-wrote', 'does nothing to a closed one', {}, ticketThatIs('resolved')],
  [
    'staff-silent',
    'starts with the team and tells the resident',
    {
      timeline: ['offered by clock', 'noted (told-who-has-it) by clock'],
      armed: [
        'first-answer',
        'first-warning',
        'offer',
        'resolution',
        'resolution-warning',
        'window-first',
        'window-last',
        'window-line',
        'window-shut',
      ],
      offers: ['asked', 'assignee', 'backup'],
      notices: ['asked offer', 'assignee offer', 'backup offer'],
      said: ['handoff.held_by_team'],
    },
    { ...ticketThatIs('new'), offers: [] },
  ],
  ['staff-silent', 'does nothing to what a member has', {}, ticketThatIs('open')],
  [
    'waiting-reminder',
    'reminds the resident',
    { timeline: ['noted (reminded) by clock'], said: ['handoff.waiting_for_you'] },
    ticketThatIs('waiting'),
  ],
  ['waiting-reminder', 'says nothing where we wait no more', {}, ticketThatIs('open')],
  [
    'waiting-end',
    'closes it and tells the resident',
    {
      now: 'resolved village assignee',
      timeline: ['expired (no-answer) by clock'],
      notices: ['assignee over'],
      said: ['handoff.closed_unanswered'],
    },
    ticketThatIs('waiting'),
  ],
  ['waiting-end', 'says nothing where we wait no more', {}, ticketThatIs('open')],
];

describe('a timer that is due', () => {
  it.each(cases)('%s: %s', (kind, _what, effect, loaded) => {
    expect(strike(kind, loaded).effect).toEqual(effect);
  });

  it('runs once, and waits for its own time when it starts again', () => {
    const edit = editTicket({ ...ticketThatIs('new'), timers: new Map([['offer', now]]) });
    runDueTimers(edit, contextAt(now));
    expect(edit.dueAt('offer')).toBeGreaterThan(now);
    runDueTimers(edit, contextAt(now));
    expect(effectOf(edit).timeline).toEqual(['offered by clock']);
  });

  it.each<TimerKind>(['window-line', 'waiting-reminder', 'waiting-end'])(
    '%s writes to no resident at night, also when it runs late',
    (kind) => {
      const night = Date.parse('2026-10-08T01:13:00+07:00');
      const edit = editTicket({ ...ticketThatIs('waiting'), timers: new Map([[kind, now]]) });
      runDueTimers(edit, contextAt(night));
      expect(effectOf(edit)).toEqual({ armed: [kind] });
      expect(edit.dueAt(kind)).toBe(Date.parse('2026-10-08T07:00:00+07:00'));
    },
  );

  it('runs in the order of the times', () => {
    const timers = new Map<TimerKind, number>([
      ['first-answer', now],
      ['first-warning', now - 1],
    ]);
    const edit = editTicket({ ...ticketThatIs('open'), timers });
    runDueTimers(edit, contextAt(now));
    expect(effectOf(edit).timeline?.slice(0, 2)).toEqual([
      'noted (deadline-near) by clock',
      'escalated (first-answer-missed) by clock',
    ]);
  });

  it.each<Situation>(['new', 'open', 'waiting'])(
    'leaves a ticket that is %s unchanged before its time',
    (situation) => {
      const edit = editTicket(ticketThatIs(situation));
      runDueTimers(edit, contextAt(openedAt));
      expect(effectOf(edit)).toEqual({});
    },
  );

  it('sends one holding reply per half day', () => {
    const { edit } = strike('holding-reply', ticketThatIs('open'));
    const again = { ...ticketThatIs('open'), ticket: { ...edit.ticket } };
    expect(strike('holding-reply', again).effect).toEqual({});
  });

  it('sends nothing to a resident who cannot be reached, and records it', () => {
    const { person, ...rest } = ticketThatIs('waiting');
    const shut = { ...rest, person: { ...person, blockedAt: now } };
    expect(strike('waiting-reminder', shut).effect).toEqual({
      timeline: ['noted (window-shut) by clock'],
      notices: ['assignee remind'],
    });
  });
});
