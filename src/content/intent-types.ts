import type { Language } from '../i18n.ts';
import type { TopicIntent } from './schema/topic.ts';

/** An intent with its own id and that of its topic. */
export interface KnownIntent extends TopicIntent {
  id: string;
  topic: string;
  /** What its words are in. */
  language: Language;
}

/** What rests on facts: an answer, or a slot of the procedure guide. */
export type Carried = Pick<TopicIntent, 'facts' | 'reviewBy'>;
