import { type CommandName, run } from '../../helpers/run-ticket-command.ts';
import {
  answerTimers,
  type Effect,
  everyTimer,
  resolutionTimers,
  type Situation,
  timers,
  waitingTimers,
  windowTimers,
} from '../../helpers/ticket-decisions.ts';

const offeredAgain: Effect = {
  offers: ['asked', 'backup', 'lead'],
  notices: ['asked offer', 'backup offer', 'lead offer', 'assignee lost'],
};
const offeredToCluster: Effect = { offers: ['above'], notices: ['above offer', 'assignee lost'] };
const said = 'handoff.answer_head\n\nchào bác';

/** Everything that a command writes when an allowed caller runs it. */
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
      said: ['handoff.returned'],
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
      said: ['handoff.returned_open'],
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
      said: ['handoff.handed'],
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
      said: ['handoff.handed'],
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
      said: ['handoff.returned'],
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
  it.each(effects)('%s by %s on a ticket that is %s', (name, who, situation, effect) => {
    expect(run(name, situation, who).effect).toEqual(effect);
  });
});
