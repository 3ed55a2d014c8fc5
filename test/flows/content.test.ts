import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkContent } from '../../src/content/checks/check-content.ts';
import { findingLine } from '../../src/content/checks/finding.ts';
import { createObjectDirectory } from '../../src/content/objects/object-directory.ts';
import { readContent } from '../../src/content/read-content.ts';
import { summariseIntents, summariseTopics } from '../../src/content/summary.ts';
import { createTopicDirectory, type TopicDirectory } from '../../src/content/topic-directory.ts';
import { OperatorError } from '../../src/errors.ts';
import type { Flow } from '../../src/intents/flow/flow.ts';
import { listFlows } from '../../src/intents/registry.ts';
import { createPlaceNames } from '../../src/team/places/place-names.ts';
import { type Change, lineIn, readSample, writeSample } from '../intents/checks/sample-content.ts';

const folder = 'locales/vi';
const content = readContent(folder);
/** A day before all review dates: a passed date must never break a test. */
const today = '2026-11-24';

/** The four topics on the card of the programme. */
const cardTopics = ['public-services', 'ihanoi', 'digital-signature', 'etax-mobile'];

describe('the content of locales/vi', () => {
  it('has no errors', () => {
    const errors = checkContent(content, { today, release: false }).filter(({ level }) => level === 'error');
    expect(errors.map(findingLine)).toEqual([]);
  });

  it('starts a bot on any day, however long ago the last review was', () => {
    const errors = checkContent(content, { today: '2099-01-01', release: false });
    expect(errors.filter(({ level }) => level === 'error')).toEqual([]);
    expect(() => createTopicDirectory(folder)).not.toThrow();
  });

  it('cannot be released past its review dates', () => {
    const found = checkContent(content, { today: '2099-01-01', release: true });
    expect(found.filter(({ level }) => level === 'error').length).toBeGreaterThan(0);
  });

  it.each([
    ['public-services', 30],
    ['etax-mobile', 20],
    ['digital-signature', 20],
    ['ihanoi', 18],
    ['local-units', 8],
    ['online-safety', 12],
  ])('answers in %s at least %i questions', (topic, least) => {
    const summary = summariseTopics(content).find((one) => one.topic === topic);
    expect(summary?.intents).toBeGreaterThanOrEqual(least);
    expect(summary?.referralShare).toBeLessThanOrEqual(0.25);
  });

  it('has hand-written examples for every question', () => {
    const poor = summariseIntents(content).filter(
      ({ examples, ownSkeletons }) => examples < 15 || ownSkeletons < 0.7,
    );
    expect(poor).toEqual([]);
  });
});

describe('the topics of the card', () => {
  let directory: TopicDirectory;
  let flows: Flow[];

  beforeAll(() => {
    directory = createTopicDirectory(folder);
    flows = listFlows({
      directory,
      objects: createObjectDirectory(directory),
      names: createPlaceNames(directory.areas),
      contactImageUrl: 'https://zalo.example/card.png',
    });
  });

  it.each(cardTopics)('%s has a flow with an answer to every question of its file', (topic) => {
    const flow = flows.find((one) => one.topic === topic);
    expect(flow?.intents).toEqual(directory.listIntents(topic).map(({ id }) => id));
    expect(flow?.intents.length).toBeGreaterThan(0);
  });

  it.each(cardTopics)('%s comes first in the menu', (topic) => {
    expect(directory.findTopic(topic)?.menu).toBeLessThanOrEqual(cardTopics.length);
  });
});

describe('reading content', () => {
  it('stops the start with file and line of every error', () => {
    const folder = mkdtempSync(join(tmpdir(), 'content-'));
    writeSample(folder, { in: 'topics/bicycles.yaml', from: 'facts: [B01, B02]', to: 'facts: [B01, B77]' });
    const line = lineIn('topics/bicycles.yaml', 'facts: [B01, B02]');
    expect(() => createTopicDirectory(folder)).toThrow(
      new OperatorError(`${folder}/topics/bicycles.yaml:${line} error: borrow-bicycle: unknown fact B77`),
    );
    rmSync(folder, { recursive: true });
  });

  it.each<[string, Change, string]>([
    [
      'an unknown part',
      { in: 'topics/bicycles.yaml', from: '    hardLimit: true', to: '    hardLimits: true' },
      'Unrecognized key: "hardLimits"',
    ],
    [
      'a button title that Zalo would cut',
      { in: 'topics/bicycles.yaml', from: 'button: Trả xe', to: 'button: Trả xe ở nhà văn hóa thôn' },
      'button: Too big',
    ],
    [
      'a fact without a source',
      { in: 'facts.yaml', from: 'source: [seed]', to: 'source: []' },
      'source: Too small',
    ],
    [
      'a date that is none',
      { in: 'topics/bicycles.yaml', from: '"2031-01-31"', to: '"31/1/2031"' },
      'must be yyyy-mm-dd',
    ],
  ])('names file and line of %s', (_, change, message) => {
    expect(() => readSample(change)).toThrow(OperatorError);
    expect(() => readSample(change)).toThrow(message);
    expect(() => readSample(change)).toThrow(new RegExp(`${change.in}:\\d+ `));
  });
});
