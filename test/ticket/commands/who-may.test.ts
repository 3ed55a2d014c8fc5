import { type CommandName, run } from '../../helpers/run-ticket-command.ts';
import { situations } from '../../helpers/ticket-decisions.ts';

/** The result for each caller when the ticket is new, open, waiting, resolved; `asked` has an offer of the new one. */
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

describe('the permissions on a ticket; a refusal changes nothing', () => {
  it.each(rows)('%s by %s results in %j when it is new, open, waiting, resolved', (name, who, expected) => {
    const came = situations.map((situation) => run(name, situation, who));
    expect(came.map(({ result }) => result)).toEqual(expected);
    for (const { effect, edit } of came.filter(({ result }) => result !== 'done')) {
      expect({ effect, isChanged: edit.changes.isChanged }).toEqual({ effect: {}, isChanged: false });
    }
  });
});
