import type { IntentCall } from './intent-handler.ts';
import type { TopicDirectory } from './topic-directory.ts';

/** What a text means that is nothing but the name of a topic or a question, as the account's own menu sends it. */
export type FindByName = (text: string) => IntentCall | undefined;

/**
 * Knows topics and questions by what they are called: their titles and the words on their buttons. Names that
 * two of them share mean neither; a topic goes before a question of the same name.
 * @param fold lower case, no marks, no punctuation
 */
export function createFindByName(directory: TopicDirectory, fold: (text: string) => string): FindByName {
  const calls = new Map<string, IntentCall | undefined>();
  const remember = (names: string[], call: IntentCall) => {
    for (const name of new Set(names.map((name) => fold(name))))
      calls.set(name, calls.has(name) ? undefined : call);
  };
  for (const { topic } of directory.topics) {
    for (const { id, title, button } of directory.listIntents(topic))
      remember([title, button], { intent: id, data: {} });
  }
  for (const { title, button } of directory.topics)
    for (const name of [title, button]) calls.delete(fold(name));
  for (const { topic, title, button } of directory.topics) {
    remember([title, button], { intent: 'menu', step: 'topic', data: { topic } });
  }
  return (text) => calls.get(fold(text));
}
