import { confirmDone } from '../../../src/ticket/commands/close.ts';
import { reopen } from '../../../src/ticket/commands/reopen.ts';
import { settlePlace } from '../../../src/ticket/commands/settle-place.ts';
import { editTicket, residentActor } from '../../../src/ticket/model/ticket-edit.ts';
import { decidedAt as now } from '../../helpers/run-ticket-command.ts';
import {
  answerTimers,
  contextAt,
  type Effect,
  effectOf,
  everyTimer,
  resolutionTimers,
  type Situation,
  ticketThatIs,
  timers,
  waitingTimers,
  windowTimers,
} from '../../helpers/ticket-decisions.ts';

const edit = (situation: Situation) => editTicket(ticketThatIs(situation));
const onlyLines = { tellsResident: false };
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

  it('who says that it is solved changes nothing when a member has solved it', () => {
    const done = edit('resolved');
    confirmDone(done, contextAt(now));
    expect(effectOf(done)).toEqual({});
  });

  it('who writes again gets the previous assignee', () => {
    const again = edit('resolved');
    reopen(again, contextAt(now, onlyLines), { actor: residentActor, reason: 'wrote-again' });
    expect(effectOf(again)).toEqual({
      now: 'open village assignee',
      timeline: ['reopened (wrote-again) by resident', 'assigned (had-it-before) by clock'],
      armed: timers('holding-reply', 'next-answer', 'next-warning', resolutionTimers, windowTimers),
      notices: ['assignee given'],
    });
  });

  it('who says that it is not solved gets the team above', () => {
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

  it('who names an unknown village leaves it for an operator to map', () => {
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
