import type { Config } from '../config.ts';
import type { TopicDirectory } from '../content/topic-directory.ts';
import type { BrowserPush } from '../member/push/browser-push.ts';
import type { Classifier } from '../nlu/classifier/classifier.ts';
import { consoleUrlOf } from './console-url.ts';
import { type Console, createConsole } from './create-console.ts';
import { createSuggester } from './suggestions/suggest-answers.ts';

type ConsoleOptions = Parameters<typeof createConsole>[0];

interface OfficeParts
  extends Omit<ConsoleOptions, 'url' | 'secret' | 'office' | 'topics' | 'topicTitle' | 'suggest' | 'push'> {
  /** Undefined without SESSION_SECRET. */
  push: BrowserPush | undefined;
  directory: TopicDirectory;
  classifier: Classifier;
}

/** The console of an installation; undefined without SESSION_SECRET. */
export function openConsole(
  config: Config,
  { directory, classifier, push, ...parts }: OfficeParts,
): Console | undefined {
  const url = consoleUrlOf(config);
  if (url === undefined || config.SESSION_SECRET === undefined || push === undefined) return undefined;
  return createConsole({
    ...parts,
    push,
    url,
    secret: config.SESSION_SECRET,
    office: directory.local.office.name,
    topics: directory.topics.map(({ topic, title }) => ({ id: topic, title })),
    topicTitle: (topic) => directory.findTopic(topic)?.title,
    suggest: createSuggester({ directory, classifier }),
  });
}
