import { createObjectDirectory } from '../../src/content/objects/object-directory.ts';
import { upgradeState } from '../../src/conversation/state.ts';
import { indexFlows, listFlows } from '../../src/intents/registry.ts';
import { officeContent } from '../fakes/understand.ts';

const content = officeContent();
const objects = createObjectDirectory(content.directory);
const byIntent = indexFlows(listFlows({ ...content, objects, contactImageUrl: '' }));

type Stored = [intent: string, step: string, data: Record<string, unknown>];

const parse = ([intent, step, data]: Stored) => byIntent.get(intent)?.parse({ intent, step, data });

describe('a button or open step that an older version stored', () => {
  it.each<[Stored, unknown]>([
    [['call-me', 'phone', { ticket: '412' }], { ticket: 412 }],
    [['ticket', 'rate', { ticket: '412', stars: '5' }], { ticket: 412, stars: 5 }],
    [['object-birth-registration', 'tell', { slots: 'bring fee' }], { slots: ['papers', 'fee'] }],
    [['object-birth-registration', 'tell', { slots: '' }], { slots: [] }],
    [['erase-data', 'sure', {}], {}],
    [
      ['my-place', 'which', { purpose: 'home', candidates: 'xa-a/Đoài;xa-b/', day: '2026-01-01' }],
      { purpose: 'home', candidates: [{ unit: 'xa-a', village: 'Đoài' }, { unit: 'xa-b' }] },
    ],
    [['my-place', 'set', { unit: 'xa-a', purpose: 'question' }], { unit: 'xa-a', purpose: 'question' }],
  ])('%j is parsed into typed data', (stored, data) => {
    expect(parse(stored)).toMatchObject({ intent: stored[0], step: stored[1], data });
  });

  it('is read under the current name of its intent', () => {
    const stored: Stored = ['matter-place', 'told', { ticket: '412', asked: 'yes', day: '2026-01-01' }];
    expect(parse(stored)).toMatchObject({ intent: 'ticket-village', data: { ticket: 412, asked: true } });
    expect(parse(['procedure-birth-registration', 'tell', { slots: 'link' }])).toMatchObject({
      intent: 'object-birth-registration',
      data: { slots: ['online'] },
    });
    const which: Stored = ['which-procedure', 'choose', { choices: ['land-first'], slots: ['time'] }];
    expect(parse(which)).toMatchObject({ intent: 'which-object', data: { choices: ['land-first'] } });
  });

  it('is unchanged when this version stored it', () => {
    const stored: Stored = ['ticket-village', 'told', { ticket: 412, again: true }];
    expect(parse(stored)?.data).toEqual({ ticket: 412, again: true });
  });

  it.each<Stored>([
    ['ticket', 'dance', { ticket: '412' }],
    ['ticket', 'withdraw', { ticket: 'all' }],
    ['ticket', 'toString', {}],
    ['object-birth-registration', 'tell', { slots: 'colour' }],
    ['object-birth-registration', 'tell', { aspects: ['colour'] }],
  ])('is rejected: %s %s %j', (...stored) => {
    expect(parse(stored)).toBeUndefined();
  });
});

describe('a state that an older version stored', () => {
  it('keeps when a ticket was opened, under the former name *matter*', () => {
    const old = { lastAt: { matter: 5, answer: 7 } } as Parameters<typeof upgradeState>[0];
    expect(upgradeState(old).lastAt).toEqual({ ticket: 5, answer: 7 });
  });

  it('takes the later time of both names', () => {
    const old = { lastAt: { matter: 5, ticket: 9 } } as Parameters<typeof upgradeState>[0];
    expect(upgradeState(old).lastAt).toEqual({ ticket: 9 });
  });
});
