import { hourMs } from '../../../src/durations.ts';
import { answer, waitForResident } from '../../../src/ticket/commands/answer.ts';
import { assign } from '../../../src/ticket/commands/assign.ts';
import { claim } from '../../../src/ticket/commands/claim.ts';
import { confirmDone, dismiss, merge, resolve, withdraw } from '../../../src/ticket/commands/close.ts';
import { decline, passUp } from '../../../src/ticket/commands/decline.ts';
import { note } from '../../../src/ticket/commands/note.ts';
import { release } from '../../../src/ticket/commands/release.ts';
import { reopen } from '../../../src/ticket/commands/reopen.ts';
import { retract } from '../../../src/ticket/commands/retract.ts';
import { settlePlace } from '../../../src/ticket/commands/settle-place.ts';
import { transfer } from '../../../src/ticket/commands/transfer.ts';
import type { DecisionContext } from '../../../src/ticket/model/decision-context.ts';
import { editTicket, residentActor, type TicketEdit } from '../../../src/ticket/model/ticket-edit.ts';
import { actorOf, type Caller } from '../../../src/ticket/permissions.ts';
import type { TicketResult } from '../../../src/ticket/result.ts';
import {
  asSaved,
  contextAt,
  type Effect,
  effectOf,
  openedAt,
  type Situation,
  situations,
  ticketThatIs,
} from '../../helpers/ticket-decisions.ts';

type Command = (edit: TicketEdit, context: DecisionContext, who: string) => TicketResult;

/** `operator` is none of the members. */
const callerOf = (who: string): Caller => (who === 'operator' ? { operator: who } : { memberId: who });
const memberOf = (who: string) => ({ memberId: who });
/** Another ticket of the same resident, which `assignee` has. */
const second = () => {
  const { ticket, ...rest } = ticketThatIs('open');
  return editTicket({ ...rest, ticket: { ...ticket, id: 2, number: 102 } });
};

const commands = {
  claim,
  release: (edit, context, who) => release(edit, context, { by: callerOf(who) }),
  'assign to backup': (edit, context, who) =>
    assign(edit, context, { by: callerOf(who), memberId: 'backup' }),
  answer: (edit, context, who) => answer(edit, context, { memberId: who, text: 'chào bác' }),
  'wait for the resident': waitForResident,
  note: (edit, _context, who) => note(edit, { by: callerOf(who), text: 'nhà cuối xóm' }),
  'transfer to the cluster': (edit, context, who) =>
    transfer(edit, context, { by: callerOf(who), teamId: 'cluster' }),
  close: (edit, context, who) => resolve(edit, context, { by: memberOf(who), done: 'visited' }),
  decline,
  'pass up': passUp,
  retract: (edit, context, who) => retract(edit, context, { memberId: who, isSent: true }),
  merge: (edit, context, who) => merge(edit, second(), { context, by: callerOf(who) }),
  dismiss: (edit, context, who) => dismiss(edit, context, callerOf(who)),
  withdraw: (edit, context, who) => withdraw(edit, context, actorOf(callerOf(who))),
} satisfies Record<string, Command>;
type CommandName = keyof typeof commands;

const now = openedAt + 3 * hourMs;

function run(name: CommandName, situation: Situation, who: string) {
  const edit = editTicket(ticketThatIs(situation));
  const command: Command = commands[name];
  const result = command(edit, contextAt(now), who);
  return { result: result.kind === 'refused' ? result.why : result.kind, effect: effectOf(edit), edit };
}

/** What each caller gets to hear where the ticket is new, open, waiting, resolved; `asked` was offered the new one. */
const results: Record<CommandName, Record<string, string>> = {
  claim: {
    'asked, lead, above': 'done | taken | taken | resolved',
    assignee: 'done | done | done | resolved',
    stranger: 'not-yours | taken | taken | resolved',
    'gone, operator': 'unknown-member | unknown-member | unknown-member | unknown-member',
  },
  release: {
    'assignee, lead, above, operator': 'not-yours | done | done | resolved',
    'asked, stranger, gone': 'not-yours | not-yours | not-yours | resolved',
  },
  'assign to backup': {
    'lead, above, operator': 'done | done | done | resolved',
    'asked, assignee, stranger, gone': 'not-a-lead | not-a-lead | not-a-lead | resolved',
  },
  answer: {
    'asked, lead, above': 'done | taken | taken | resolved',
    assignee: 'done | done | done | resolved',
    stranger: 'not-yours | taken | taken | resolved',
    gone: 'unknown-member | taken | taken | resolved',
  },
  'wait for the resident': {
    assignee: 'not-yours | done | not-waiting-for-it | resolved',
    'asked, lead, above, stranger': 'not-yours | taken | taken | resolved',
  },
  note: {
    'asked, assignee, lead, above, operator': 'done | done | done | done',
  },
  'transfer to the cluster': {
    assignee: 'not-yours | done | done | resolved',
    'lead, above, operator': 'done | done | done | resolved',
    'asked, stranger, gone': 'not-yours | not-yours | not-yours | resolved',
  },
  close: {
    'asked, lead, above': 'done | taken | taken | resolved',
    assignee: 'done | done | done | resolved',
    stranger: 'not-yours | taken | taken | resolved',
    gone: 'unknown-member | taken | taken | resolved',
  },
  decline: {
    asked: 'done | taken | taken | resolved',
    assignee: 'done | done | done | resolved',
    'lead, above, stranger, gone': 'not-yours | taken | taken | resolved',
  },
  'pass up': {
    'asked, lead, above': 'done | taken | taken | resolved',
    assignee: 'done | done | done | resolved',
    'stranger, gone': 'not-yours | taken | taken | resolved',
  },
  retract: {
    'asked, assignee': 'done | done | done | done',
  },
  merge: {
    'assignee, lead, above, operator': 'done | done | done | resolved',
    'asked, stranger, gone': 'not-yours | not-yours | not-yours | resolved',
  },
  dismiss: {
    'lead, above, operator': 'done | done | done | resolved',
    'asked, assignee, stranger, gone': 'not-a-lead | not-a-lead | not-a-lead | resolved',
  },
  withdraw: {
    operator: 'done | done | done | resolved',
  },
};

const rows = Object.entries(results).flatMap(([name, callers]) =>
  Object.entries(callers).flatMap(([names, words]) =>
    names.split(', ').map((who) => [name as CommandName, who, words.split(' | ')] as const),
  ),
);

describe('who may do what to a ticket; a refusal changes nothing', () => {
  it.each(rows)('%s by %s comes to %j where it is new, open, waiting, resolved', (name, who, expected) => {
    const came = situations.map((situation) => run(name, situation, who));
    expect(came.map(({ result }) => result)).toEqual(expected);
    for (const { effect, edit } of came.filter(({ result }) => result !== 'done')) {
      expect({ effect, isChanged: edit.changes.isChanged }).toEqual({ effect: {}, isChanged: false });
    }
  });
});

const answerTimers = ['first-answer', 'first-warning'];
const resolutionTimers = ['resolution', 'resolution-warning'];
const waitingTimers = ['waiting-end', 'waiting-reminder'];
const windowTimers = ['window-first', 'window-last', 'window-line', 'window-shut'];
const timers = (...kinds: (string | string[])[]) => kinds.flat().sort();
const everyTimer = (...others: string[]) => timers(answerTimers, resolutionTimers, windowTimers, others);

const offeredAgain: Effect = {
  offers: ['asked', 'backup', 'lead'],
  notices: ['asked offer', 'backup offer', 'lead offer', 'assignee lost'],
};
const offeredToCluster: Effect = { offers: ['above'], notices: ['above offer', 'assignee lost'] };
const said = 'handoff.answer_head\n\nchào bác';

/** All that a command writes, done by somebody who may. */
const effects: [CommandName, who: string, Situation, Effect][] = [
  [
    'claim',
    'asked',
    'new',
    {
      now: 'open village asked',
      timeline: ['claimed by asked'],
      armed: timers('holding-reply', windowTimers),
      stopped: ['offer'],
      notices: ['asked given', 'asked photos', 'assignee taken', 'backup taken'],
      said: ['handoff.claimed'],
    },
  ],
  ['claim', 'assignee', 'open', {}],
  [
    'release',
    'assignee',
    'open',
    {
      ...offeredAgain,
      now: 'new village -',
      timeline: ['released by assignee', 'offered by clock'],
      armed: ['offer'],
      stopped: ['holding-reply'],
    },
  ],
  [
    'release',
    'lead',
    'waiting',
    {
      ...offeredAgain,
      now: 'new village -',
      timeline: ['released by lead', 'offered by clock'],
      armed: timers('offer', resolutionTimers),
      stopped: waitingTimers,
    },
  ],
  [
    'assign to backup',
    'lead',
    'new',
    {
      now: 'open village backup',
      timeline: ['assigned by lead'],
      armed: timers('holding-reply', windowTimers),
      stopped: ['offer'],
      notices: ['backup given', 'backup photos', 'asked taken', 'assignee taken'],
      said: ['handoff.claimed'],
    },
  ],
  [
    'assign to backup',
    'operator',
    'open',
    {
      now: 'open village backup',
      timeline: ['assigned by operator'],
      armed: windowTimers,
      notices: ['assignee lost', 'backup given', 'backup photos'],
      said: ['handoff.claimed'],
    },
  ],
  [
    'assign to backup',
    'lead',
    'waiting',
    {
      now: 'open village backup',
      timeline: ['assigned by lead'],
      armed: resolutionTimers,
      stopped: waitingTimers,
      notices: ['assignee lost', 'backup given', 'backup photos'],
      said: ['handoff.claimed'],
    },
  ],
  [
    'answer',
    'asked',
    'new',
    {
      now: 'open village asked',
      timeline: ['claimed by asked', 'answered by asked'],
      stopped: timers(answerTimers, 'holding-reply', 'offer', windowTimers),
      notices: ['asked given', 'asked photos', 'assignee taken', 'backup taken'],
      said: ['handoff.claimed', said],
    },
  ],
  [
    'answer',
    'assignee',
    'open',
    {
      timeline: ['answered by assignee'],
      stopped: timers(answerTimers, 'holding-reply', windowTimers),
      said: [said],
    },
  ],
  [
    'answer',
    'assignee',
    'waiting',
    {
      now: 'open village assignee',
      timeline: ['answered by assignee'],
      armed: resolutionTimers,
      stopped: waitingTimers,
      said: [said],
    },
  ],
  [
    'wait for the resident',
    'assignee',
    'open',
    {
      now: 'waiting village assignee',
      timeline: ['waited by assignee'],
      armed: waitingTimers,
      stopped: everyTimer('holding-reply'),
    },
  ],
  ['note', 'asked', 'new', { timeline: ['noted (note) by asked'] }],
  ['note', 'operator', 'resolved', { timeline: ['noted (note) by operator'] }],
  [
    'transfer to the cluster',
    'lead',
    'new',
    {
      now: 'new cluster -',
      timeline: ['transferred by lead', 'offered by clock'],
      armed: timers(answerTimers, 'offer'),
      offers: ['above'],
      notices: ['above offer'],
    },
  ],
  [
    'transfer to the cluster',
    'assignee',
    'open',
    {
      ...offeredToCluster,
      now: 'new cluster -',
      timeline: ['transferred by assignee', 'offered by clock'],
      armed: timers(answerTimers, 'offer'),
      stopped: ['holding-reply'],
    },
  ],
  [
    'transfer to the cluster',
    'assignee',
    'waiting',
    {
      ...offeredToCluster,
      now: 'new cluster -',
      timeline: ['transferred by assignee', 'offered by clock'],
      armed: timers('offer', resolutionTimers),
      stopped: waitingTimers,
    },
  ],
  [
    'close',
    'asked',
    'new',
    {
      now: 'resolved village asked',
      timeline: ['claimed by asked', 'resolved (solved) by asked'],
      stopped: everyTimer('holding-reply', 'offer'),
      notices: ['asked over'],
      said: ['handoff.claimed', 'handoff.is_it_done'],
    },
  ],
  [
    'close',
    'assignee',
    'open',
    {
      now: 'resolved village assignee',
      timeline: ['resolved (solved) by assignee'],
      stopped: everyTimer('holding-reply'),
      notices: ['assignee over'],
      said: ['handoff.is_it_done'],
    },
  ],
  [
    'close',
    'assignee',
    'waiting',
    {
      now: 'resolved village assignee',
      timeline: ['resolved (solved) by assignee'],
      stopped: waitingTimers,
      notices: ['assignee over'],
      said: ['handoff.is_it_done'],
    },
  ],
  ['decline', 'asked', 'new', { timeline: ['noted (declined) by asked'] }],
  [
    'decline',
    'assignee',
    'open',
    {
      ...offeredAgain,
      now: 'new village -',
      timeline: ['released (declined) by assignee', 'offered by clock'],
      armed: ['offer'],
      stopped: ['holding-reply'],
    },
  ],
  [
    'pass up',
    'asked',
    'new',
    {
      now: 'new cluster -',
      timeline: ['escalated (passed-on) by asked', 'offered by clock'],
      armed: timers(answerTimers, 'offer'),
      offers: ['above'],
      notices: ['above offer'],
      said: ['handoff.moved'],
    },
  ],
  [
    'pass up',
    'assignee',
    'waiting',
    {
      ...offeredToCluster,
      now: 'new cluster -',
      timeline: ['escalated (passed-on) by assignee', 'offered by clock'],
      armed: timers('offer', resolutionTimers),
      stopped: waitingTimers,
    },
  ],
  [
    'retract',
    'assignee',
    'open',
    { timeline: ['noted (sent-by-mistake) by assignee'], said: ['handoff.sent_by_mistake'] },
  ],
  [
    'merge',
    'lead',
    'new',
    {
      now: 'resolved village -',
      timeline: ['merged (merged) by lead'],
      stopped: everyTimer('offer'),
    },
  ],
  [
    'merge',
    'assignee',
    'waiting',
    {
      now: 'resolved village assignee',
      timeline: ['merged (merged) by assignee'],
      stopped: waitingTimers,
      notices: ['assignee over'],
    },
  ],
  [
    'dismiss',
    'lead',
    'open',
    {
      now: 'resolved village assignee',
      timeline: ['resolved (spam) by lead'],
      stopped: everyTimer('holding-reply'),
      notices: ['assignee over'],
    },
  ],
  [
    'withdraw',
    'operator',
    'new',
    {
      now: 'resolved village -',
      timeline: ['withdrawn (withdrawn) by operator'],
      stopped: everyTimer('offer'),
    },
  ],
  [
    'withdraw',
    'operator',
    'open',
    {
      now: 'resolved village assignee',
      timeline: ['withdrawn (withdrawn) by operator'],
      stopped: everyTimer('holding-reply'),
      notices: ['assignee over'],
    },
  ],
];

describe('what a command writes', () => {
  it.each(effects)('%s by %s of one that is %s: %j', (name, who, situation, effect) => {
    expect(run(name, situation, who).effect).toEqual(effect);
  });
});

const edit = (situation: Situation) => editTicket(ticketThatIs(situation));
const onlyLines = { tellsResident: false };

describe('a command', () => {
  it.each<[string, TicketResult, string]>([
    ['an empty note', note(edit('open'), { by: memberOf('lead'), text: ' ' }), 'nothing-said'],
    ['an empty answer', answer(edit('open'), contextAt(now), { memberId: 'assignee' }), 'nothing-said'],
    [
      'an answer that asks for a secret',
      answer(edit('open'), contextAt(now), { memberId: 'assignee', text: 'gửi mã OTP cho tôi' }),
      'asks-for-secrets',
    ],
    [
      'closing without what was done',
      resolve(edit('open'), contextAt(now), { by: memberOf('assignee'), done: 'nothing' }),
      'needs-done',
    ],
    [
      'assigning to somebody of no team above',
      assign(edit('open'), contextAt(now), { by: memberOf('lead'), memberId: 'stranger' }),
      'not-yours',
    ],
    [
      'assigning to somebody who is gone',
      assign(edit('open'), contextAt(now), { by: memberOf('lead'), memberId: 'gone' }),
      'unknown-member',
    ],
    [
      'transferring to no team',
      transfer(edit('open'), contextAt(now), { by: memberOf('lead'), teamId: 'nowhere' }),
      'unknown-team',
    ],
    [
      'merging a ticket into itself',
      merge(edit('open'), edit('open'), { context: contextAt(now), by: memberOf('lead') }),
      'not-waiting-for-it',
    ],
    [
      'claiming more than a member may have',
      claim(
        edit('new'),
        contextAt(now, { workload: new Map([['asked', { openTickets: 10, lastOfferedAt: undefined }]]) }),
        'asked',
      ),
      'too-many',
    ],
  ])('refuses %s', (_what, result, why) => {
    expect(result).toEqual({ kind: 'refused', why });
  });

  it('writes nothing to a resident who withdrew their consent', () => {
    const { person, ...rest } = ticketThatIs('open');
    const withdrawn = editTicket({ ...rest, person: { ...person, withdrawnAt: now - 1 } });
    const words = { memberId: 'assignee', text: 'chào bác' };
    expect(answer(withdrawn, contextAt(now), words)).toEqual({ kind: 'refused', why: 'withdrew-consent' });
    expect(retract(withdrawn, contextAt(now), { memberId: 'assignee', isSent: true })).toEqual({
      kind: 'refused',
      why: 'withdrew-consent',
    });
    expect(effectOf(withdrawn)).toEqual({});
  });

  it('moves what two tickets of one resident tell to the one that stays', () => {
    const into = second();
    const from = edit('open');
    from.set({ urgent: true, phone_encrypted: 'sealed' });
    expect(merge(from, into, { context: contextAt(now), by: memberOf('lead') })).toEqual({ kind: 'done' });
    expect(from.ticket).toMatchObject({ reason: 'merged', merged_into: 102 });
    expect(into.ticket).toMatchObject({ urgent: true, phone_encrypted: 'sealed' });
    expect(effectOf(into)).toEqual({ timeline: ['noted (merged-from) by lead'] });
  });

  it('asks others at once when the last of a round declines', () => {
    let declining = edit('new');
    for (const who of ['asked', 'assignee']) {
      decline(declining, contextAt(now), who);
      declining = editTicket(asSaved(declining));
    }
    decline(declining, contextAt(now), 'backup');
    expect(effectOf(declining)).toEqual({
      timeline: ['noted (declined) by backup', 'offered by clock'],
      armed: ['offer'],
      offers: ['lead'],
      notices: ['lead offer'],
    });
  });

  it('says no line of its own where the turn answers the resident', () => {
    const claimed = edit('new');
    claim(claimed, contextAt(now, onlyLines), 'asked');
    expect(effectOf(claimed)).toMatchObject({ now: 'open village asked' });
    expect(effectOf(claimed).said).toBeUndefined();
  });
});

describe('a resident', () => {
  it.each<[Situation, Effect]>([
    ['new', { now: 'resolved village -', stopped: everyTimer('offer') }],
    [
      'open',
      { now: 'resolved village assignee', stopped: everyTimer('holding-reply'), notices: ['assignee over'] },
    ],
    ['waiting', { now: 'resolved village assignee', stopped: waitingTimers, notices: ['assignee over'] }],
  ])('who says that it is done closes a ticket that is %s', (situation, effect) => {
    const done = edit(situation);
    confirmDone(done, contextAt(now));
    expect(effectOf(done)).toEqual({ ...effect, timeline: ['resolved (said-done) by resident'] });
  });

  it('who says that it is done changes nothing where a member has solved it', () => {
    const done = edit('resolved');
    confirmDone(done, contextAt(now));
    expect(effectOf(done)).toEqual({});
  });

  it('who writes again has the one who had it before', () => {
    const again = edit('resolved');
    reopen(again, contextAt(now, onlyLines), { actor: residentActor, reason: 'wrote-again' });
    expect(effectOf(again)).toEqual({
      now: 'open village assignee',
      timeline: ['reopened (wrote-again) by resident', 'assigned (had-it-before) by clock'],
      armed: timers('holding-reply', 'next-answer', 'next-warning', resolutionTimers, windowTimers),
      notices: ['assignee given'],
    });
  });

  it('who says that it is not done has the team above', () => {
    const again = edit('resolved');
    const why = { actor: residentActor, reason: 'not-done', escalates: true } as const;
    reopen(again, contextAt(now, onlyLines), why);
    expect(effectOf(again)).toEqual({
      now: 'new cluster -',
      timeline: ['reopened (not-done) by resident', 'escalated (not-done) by clock', 'offered by clock'],
      armed: timers('next-answer', 'next-warning', 'offer', resolutionTimers),
      offers: ['above'],
      notices: ['above offer', 'assignee lost'],
    });
  });

  const other = { unitIds: [], village: 'Hai' };

  it('who names another village moves a new ticket to its team', () => {
    const moved = edit('new');
    settlePlace(moved, contextAt(now, onlyLines), other);
    expect(effectOf(moved)).toEqual({
      now: 'new village-2 -',
      timeline: ['transferred (place-told) by resident', 'offered by clock'],
      armed: timers(answerTimers, 'offer'),
      offers: ['stranger'],
      notices: ['stranger offer'],
    });
    expect(moved.ticket).toMatchObject({ area_id: 'village-2', village_text: null });
  });

  it.each<Situation>(['open', 'waiting', 'resolved'])(
    'who names another village leaves a ticket that is %s where it is',
    (situation) => {
      const stays = edit(situation);
      settlePlace(stays, contextAt(now, onlyLines), other);
      expect(effectOf(stays)).toEqual({ timeline: ['noted (place-told) by resident'] });
      expect(stays.ticket.area_id).toBe('village-2');
    },
  );

  it('who names a village that nobody knows gives an operator work', () => {
    const unknown = edit('new');
    settlePlace(unknown, contextAt(now, onlyLines), { unitIds: [], village: 'Xóm Lạ' });
    expect(effectOf(unknown)).toMatchObject({
      now: 'new cluster -',
      timeline: ['transferred (place-told) by resident', 'offered by clock'],
    });
    expect(unknown.ticket.village_text).toBe('Xóm Lạ');
    expect(unknown.changes.unknownPlace).toEqual({ name: 'Xóm Lạ', areaId: 'cluster' });
  });
});
