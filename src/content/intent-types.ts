import type { Language } from '../i18n.ts';
import type { TopicIntent } from './schema/topic.ts';

/** An intent with its id and the id of its topic. */
export interface KnownIntent extends TopicIntent {
  id: string;
  topic: string;
  /** The language of its texts. */
  language: Language;
}

/** Anything that rests on facts: an answer, or a cell of an object. */
export type Carried = Pick<TopicIntent, 'facts' | 'reviewBy'>;
