import { answer } from '../../../src/ticket/commands/answer.ts';
import { assign } from '../../../src/ticket/commands/assign.ts';
import { claim } from '../../../src/ticket/commands/claim.ts';
import { merge, resolve } from '../../../src/ticket/commands/close.ts';
import { decline } from '../../../src/ticket/commands/decline.ts';
import { note } from '../../../src/ticket/commands/note.ts';
import { retract } from '../../../src/ticket/commands/retract.ts';
import { transfer } from '../../../src/ticket/commands/transfer.ts';
import { editTicket } from '../../../src/ticket/model/ticket-edit.ts';
import type { TicketResult } from '../../../src/ticket/result.ts';
import { memberOf, decidedAt as now, second } from '../../helpers/run-ticket-command.ts';
import {
  asSaved,
  contextAt,
  effectOf,
  type Situation,
  ticketThatIs,
} from '../../helpers/ticket-decisions.ts';

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
      'closing without saying what was done',
      resolve(edit('open'), contextAt(now), { by: memberOf('assignee'), done: 'nothing' }),
      'needs-done',
    ],
    [
      'assigning to a member of no team above',
      assign(edit('open'), contextAt(now), { by: memberOf('lead'), memberId: 'stranger' }),
      'not-in-reach',
    ],
    [
      'assigning to a removed member',
      assign(edit('open'), contextAt(now), { by: memberOf('lead'), memberId: 'gone' }),
      'unknown-member',
    ],
    [
      'transferring to an unknown team',
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

  it('moves the data of two tickets of one resident to the one that stays', () => {
    const into = second();
    const from = edit('open');
    from.set({ urgent: true, phone_encrypted: 'sealed' });
    expect(merge(from, into, { context: contextAt(now), by: memberOf('lead') })).toEqual({ kind: 'done' });
    expect(from.ticket).toMatchObject({ reason: 'merged', merged_into: 102 });
    expect(into.ticket).toMatchObject({ urgent: true, phone_encrypted: 'sealed' });
    expect(effectOf(into)).toEqual({ timeline: ['noted (merged-from) by lead'] });
  });

  it('offers to others at once when the last member of a round declines', () => {
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

  it('sends no message of its own when the turn answers the resident', () => {
    const claimed = edit('new');
    claim(claimed, contextAt(now, onlyLines), 'asked');
    expect(effectOf(claimed)).toMatchObject({ now: 'open village asked' });
    expect(effectOf(claimed).said).toBeUndefined();
  });
});
