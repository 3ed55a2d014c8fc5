import type { TopicDirectory } from '../content/topic-directory.ts';
import { languages, type Words } from '../i18n.ts';
import { foldText } from '../nlu/text/fold-text.ts';

/** Buttons of the bot whose titles always mean the same. */
const ownButtons = ['menu', 'person', 'my_requests'] as const;

/** The meaning of a name. */
export type ContentName =
  | { kind: 'topic'; topic: string }
  | { kind: 'question'; intent: string }
  | { kind: 'button'; button: (typeof ownButtons)[number] };

/**
 * The meaning of a text that is only a name: of a topic, of a question, or of a button of the bot. The account's own
 * menu at Zalo sends such texts, and its form may accept them only without marks and blanks (`#gapcanbo`).
 */
export type FindByName = (text: string) => ContentName | undefined;

/**
 * Knows the names in every language, the directory's own first: the account's menu and the conversation may differ in
 * language.
 */
export function createFindByName(directory: TopicDirectory, words: Words): FindByName {
  const own = new Map(
    ownButtons.flatMap((button) =>
      languages.map((language) => [squeeze(words.in(language)(`bot:buttons.${button}`)), button] as const),
    ),
  );
  const named = [directory.language, ...languages].map((language) => namesOf(directory.in(language)));
  return (text) => {
    const name = squeeze(text);
    const button = own.get(name);
    if (button) return { kind: 'button', button };
    return named.map((names) => names.get(name)).find((meaning) => meaning !== undefined);
  };
}

/** A text without marks, blanks and punctuation. */
function squeeze(text: string): string {
  return foldText(text).replaceAll(' ', '');
}

/**
 * Topics and questions by their titles and button titles. A name that two of them share is ambiguous and matches
 * neither; a topic takes precedence over a question of the same name.
 */
function namesOf(directory: TopicDirectory): Map<string, ContentName | undefined> {
  const names = new Map<string, ContentName | undefined>();
  const add = (spellings: string[], meaning: ContentName) => {
    for (const name of new Set(spellings.map(squeeze)))
      names.set(name, names.has(name) ? undefined : meaning);
  };
  for (const { topic } of directory.topics) {
    for (const { id, title, button } of directory.listIntents(topic)) {
      add([title, button], { kind: 'question', intent: id });
    }
  }
  for (const { title, button } of directory.topics) {
    for (const name of [title, button]) names.delete(squeeze(name));
  }
  for (const { topic, title, button } of directory.topics) add([title, button], { kind: 'topic', topic });
  addPieces(directory, names);
  return names;
}

/** "Thuế", "đất đai": a part of a topic's title names the topic, unless something else has that name. */
function addPieces({ topics }: TopicDirectory, names: Map<string, ContentName | undefined>): void {
  const pieces = topics.flatMap(({ topic, title, button }) => {
    const spellings = [title, button].flatMap((text) => text.replace(/\(.*\)/, '').split(','));
    return [...new Set(spellings.map(squeeze))].map((name) => ({ name, topic }));
  });
  for (const { name, topic } of pieces) {
    const isShared = pieces.some((other) => other.name === name && other.topic !== topic);
    if (name === '' || isShared || names.has(name)) continue;
    names.set(name, { kind: 'topic', topic });
  }
}
