import { wholeAnswer } from '../../content/checks/parts.ts';
import type { KnownIntent } from '../../content/intent-types.ts';
import { cellName, type ListedCell, listCells } from '../../content/objects/list-cells.ts';
import { intentOf } from '../../content/objects/object-directory.ts';
import { wholeCell } from '../../content/objects/whole-cell.ts';
import { type ObjectFile, toldIn } from '../../content/schema/object.ts';
import type { TopicDirectory } from '../../content/topic-directory.ts';
import { languages } from '../../i18n.ts';
import { foldText } from '../../nlu/text/fold-text.ts';
import { nearNames } from './near-names.ts';

/** An answer with all its names. */
export interface NamedAnswer {
  /** The id in the content files. */
  id: string;
  /** Its title and the text of its button, in every language. */
  names: string[];
  /** What residents read, with the facts that support it and their sources. */
  show(): string;
}

/** Every answer: questions of the topics, and objects with all their cells. */
export function listAnswers(directory: TopicDirectory): NamedAnswer[] {
  const intents = directory.topics.flatMap(({ topic }) => directory.listIntents(topic));
  return [
    ...intents.map(({ id }) => ({
      id,
      names: namesOf(directory, id),
      show: () => showIntent(directory, id),
    })),
    ...directory.objectFiles.objects.map((object) => ({
      id: intentOf(object.object),
      names: [object.name, object.button, ...object.names],
      show: () => showObject(directory, object),
    })),
  ];
}

/** The answer with this id, or all answers with this title; ignores marks and case. */
export function findAnswers(answers: readonly NamedAnswer[], name: string): NamedAnswer[] {
  const byId = answers.filter(({ id }) => id === name);
  if (byId.length > 0) return byId;
  const folded = foldText(name);
  return answers.filter(({ names }) => names.some((one) => foldText(one) === folded));
}

/** Ids similar to a name that no answer has, each with its title. */
export function likeliestNames(answers: readonly NamedAnswer[], name: string): string[] {
  const byName = new Map(
    answers.flatMap((answer) => [answer.id, ...answer.names].map((one) => [one, answer])),
  );
  const near = nearNames(name, [...byName.keys()]).flatMap((one) => byName.get(one) ?? []);
  return [...new Set(near)].map(lineOf);
}

/** `household-register: Đăng ký ở đâu, thế nào?` */
export function lineOf({ id, names }: NamedAnswer): string {
  return `${id}: ${names[0]}`;
}

function namesOf(directory: TopicDirectory, id: string): string[] {
  return languages.flatMap((language) => {
    const intent = directory.in(language).findIntent(id);
    return intent?.language === language ? [intent.title, intent.button] : [];
  });
}

function showIntent(directory: TopicDirectory, id: string): string {
  const versions = languages
    .flatMap((language) => directory.in(language).findIntent(id) ?? [])
    .filter((intent, at, all) => at === 0 || intent.language !== all[0]?.language);
  const [original] = versions;
  return [
    `${original?.topic} / ${id}`,
    ...versions.map(spoken),
    `Next: ${original?.followups?.join(', ') ?? '-'}`,
    carriedBy(directory, original),
  ].join('\n\n');
}

function spoken(intent: KnownIntent): string {
  const links = (intent.buttons ?? []).flatMap((button) =>
    'url' in button ? [`[${button.title}] ${button.url}`] : [],
  );
  return [`(${intent.language}) ${intent.title}`, wholeAnswer(intent), ...links].join('\n\n');
}

function showObject(directory: TopicDirectory, object: ObjectFile): string {
  const { faults, knows } = directory.objectFiles;
  const cells = listCells(object, faults);
  const told = cells.flatMap(({ cell }) => toldIn(cell) ?? []);
  return [
    `${object.topic} / ${intentOf(object.object)}: ${object.name}`,
    cells.map((listed) => cellLine(object, listed, knows[object.knows]?.name)).join('\n'),
    carriedBy(directory, { facts: [...new Set(told.flatMap(({ facts }) => facts))], reviewBy: undefined }),
  ].join('\n\n');
}

function cellLine(object: ObjectFile, listed: ListedCell, knower: string | undefined): string {
  const { cell } = listed;
  const name = cellName(object.object, listed).slice(object.object.length + 1);
  if (cell === 'unknown') return `${name}: not known; asks ${knower ?? '-'}`;
  if (cell === 'n/a') return `${name}: not applicable`;
  if ('intent' in cell) return `${name}: the answer of ${cell.intent}`;
  return `${name}: ${wholeCell(cell)} [${cell.general ? 'general' : cell.facts.join(', ')}]`;
}

type Carried = Parameters<TopicDirectory['reviewBy']>[0];

function carriedBy(directory: TopicDirectory, carried: Carried | undefined): string {
  if (!carried || carried.facts.length === 0) return 'Rests on no fact: it only says where to ask.';
  const facts = carried.facts.map((id) => {
    const { statement, mark, held, source } = directory.facts[id] ?? {};
    return [`${id} (${mark}, ${held}): ${statement}`, ...(source ?? []).map((one) => `    ${one}`)].join(
      '\n',
    );
  });
  return [`Check again by: ${directory.reviewBy(carried) ?? '-'}`, 'Rests on:', facts.join('\n')].join('\n');
}
