import { join } from 'node:path';
import type { Knowledge } from '../content/knowledge.ts';
import { readTopicDirectory } from '../content/topic-directory.ts';
import { loadWords, localesFolder } from '../i18n.ts';

/**
 * All content of the office but no model: a command reads no messages of residents, and opening the model takes longer
 * than most commands.
 * @throws OperatorError with file and line of content that cannot be read
 */
export function readCommandKnowledge(): Knowledge {
  return {
    words: loadWords(),
    directory: readTopicDirectory(join(localesFolder, 'vi')),
    opened: {
      classifier: { classify: () => [], explain: () => [] },
      knows: 'nothing',
      learn: () => Promise.reject(new Error('a command trains no model')),
    },
    asked: [],
  };
}
