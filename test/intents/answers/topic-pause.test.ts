import { createObjectDirectory } from '../../../src/content/objects/object-directory.ts';
import { createTopicPause } from '../../../src/intents/answers/topic-pause.ts';
import { classifiedCall, type IntentCall } from '../../../src/intents/flow/flow-shape.ts';
import {
  emergency,
  handoff,
  laterTurn,
  menu,
  objectAnswers,
  whichObject,
} from '../../../src/intents/flow/flow-shapes.ts';
import { overviewOf } from '../../../src/nlu/classifier/decide.ts';
import { officeKnowledge } from '../../helpers/office.ts';

const { directory } = officeKnowledge();
const objects = createObjectDirectory(directory);
const { isAbout, without } = createTopicPause({ directory, objects });

const paused = { pausedTopics: new Set(['etax-mobile']) };
const objectOf = (topic: string) => {
  const object = objects.all.find((one) => one.topic === topic);
  if (!object) throw new Error(`no object of ${topic}`);
  return object;
};
const tax = objectOf('etax-mobile');
const land = objectOf('land');
const answer = (topic: string) => classifiedCall(directory.listIntents(topic)[0]?.id ?? '', 0.9);
const which = (...choices: string[]) =>
  whichObject.call('which-object', 'choose', { aspects: [], conditions: [], choices });

describe('a pause of one topic', () => {
  it.each<[string, IntentCall]>([
    ['an answer', answer('etax-mobile')],
    ['the overview', classifiedCall(overviewOf('etax-mobile'), 0.9)],
    ['its part of the menu', menu.call('menu', 'topic', { topic: 'etax-mobile' })],
    ['the cells of an object', objectAnswers.call(tax.intent, 'tell', { aspects: ['fee'], conditions: [] })],
    ['what leans on an answer about it', laterTurn.call('unclear', 'object', { object: tax.id })],
    ['a choice among its objects', which(tax.id)],
  ])('is about %s of the topic', (_what, call) => {
    expect(isAbout(paused, call)).toBe(true);
    expect(isAbout({ pausedTopics: new Set() }, call)).toBe(false);
    expect(isAbout({ pausedTopics: new Set(['land']) }, call)).toBe(false);
  });

  it.each<[string, IntentCall]>([
    ['an answer of another topic', answer('land')],
    ['the menu', menu.call('menu')],
    ['a choice that also leads elsewhere', which(tax.id, land.id)],
    ['an emergency', emergency.call('in-danger', 'help', { kind: 'fire' })],
    ['the wish for a person', handoff.call('human')],
  ])('is not about %s', (_what, call) => {
    expect(isAbout(paused, call)).toBe(false);
  });

  it('takes away what would be told below an answer', () => {
    const question = { kind: 'calls' as const, calls: [answer('land')] as [IntentCall] };
    expect(without(paused, { ...question, perhaps: answer('etax-mobile') })).toEqual(question);
    const other = { ...question, perhaps: answer('vneid') };
    expect(without(paused, other)).toEqual(other);
  });

  it('does not ask back where every option is of the topic', () => {
    const offered = (topics: string[]) =>
      topics.map((topic) => ({ intent: answer(topic).intent, topic, probability: 0.4 }));
    const all = { kind: 'clarify' as const, offered: offered(['etax-mobile', 'etax-mobile']) };
    expect(without(paused, all)).toMatchObject({
      kind: 'calls',
      calls: [{ intent: all.offered[0]?.intent }],
    });
    const some = { kind: 'clarify' as const, offered: offered(['etax-mobile', 'land']) };
    expect(without(paused, some)).toEqual(some);
  });
});
