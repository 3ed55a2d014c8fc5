import type { TopicDirectory } from '../content/topic-directory.ts';
import { languages, type Translate } from '../i18n.ts';
import type { IntentCall } from './intent-handler.ts';

/**
 * What a text means that is nothing but a name: of a topic, of a question, or on a button of the bot. The account's
 * own menu at Zalo sends such texts, and its form may take them without marks and blanks only (`#gapcanbo`).
 */
export type FindByName = (text: string, t: Translate) => IntentCall | undefined;

/** Buttons of the bot whose words mean the same at any time. */
const ownButtons: Record<string, string> = {
  'buttons.menu': 'menu',
  'buttons.person': 'human',
  'buttons.my_requests': 'ticket-status',
};

/**
 * Knows topics and questions by their titles and the words on their buttons. Names that two of them share mean
 * neither; a topic goes before a question of the same name.
 * @param fold lower case, no marks, no punctuation
 */
export function createFindByName(directory: TopicDirectory, fold: (text: string) => string): FindByName {
  const squeeze = (text: string) => fold(text).replaceAll(' ', '');
  const calls = new Map<string, IntentCall | undefined>();
  const remember = (names: string[], call: IntentCall) => {
    for (const name of new Set(names.map(squeeze))) calls.set(name, calls.has(name) ? undefined : call);
  };
  for (const { topic } of directory.topics) {
    for (const { id, title, button } of directory.listIntents(topic)) {
      remember([title, button], { intent: id, data: {} });
    }
  }
  for (const { title, button } of directory.topics) {
    for (const name of [title, button]) calls.delete(squeeze(name));
  }
  for (const { topic, title, button } of directory.topics) {
    remember([title, button], { intent: 'menu', step: 'topic', data: { topic } });
  }
  rememberPieces(directory, calls, squeeze);

  let own: Map<string, string> | undefined;
  const ownNames = (t: Translate) =>
    Object.entries(ownButtons).flatMap(([words, intent]) =>
      languages.map((lng) => [squeeze(t(words, { lng })), intent] as const),
    );

  return (text, t) => {
    const name = squeeze(text);
    own ??= new Map(ownNames(t));
    const intent = own.get(name);
    return intent ? { intent, data: {} } : calls.get(name);
  };
}

/** "Thuế", "đất đai": a piece of a topic's title names the topic, unless it is the name of something else. */
function rememberPieces(
  { topics }: TopicDirectory,
  calls: Map<string, IntentCall | undefined>,
  squeeze: (text: string) => string,
): void {
  const pieces = topics.flatMap(({ topic, title, button }) => {
    const names = [title, button].flatMap((text) => text.replace(/\(.*\)/, '').split(','));
    return [...new Set(names.map(squeeze))].map((name) => ({ name, topic }));
  });
  for (const { name, topic } of pieces) {
    const isShared = pieces.some((other) => other.name === name && other.topic !== topic);
    if (name === '' || isShared || calls.has(name)) continue;
    calls.set(name, { intent: 'menu', step: 'topic', data: { topic } });
  }
}

/** The same in every language, the directory's own first: the account's menu is in one, the talk may be in another. */
export function createFindByAnyName(directory: TopicDirectory, fold: (text: string) => string): FindByName {
  const finders = [directory.language, ...languages].map((one) => createFindByName(directory.in(one), fold));
  return (text, t) => {
    for (const find of finders) {
      const call = find(text, t);
      if (call) return call;
    }
    return undefined;
  };
}
