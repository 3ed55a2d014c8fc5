import { type Knowledge, readKnowledge } from '../../src/content/knowledge.ts';
import { keptBetweenFiles } from './kept-between-files.ts';
import { modelFolder } from './model-folder.ts';

/** What the bot knows with the content in `locales/`, read once for all test files of this process. */
export function officeKnowledge(): Knowledge {
  return keptBetweenFiles('office', () => readKnowledge({ modelFolders: [modelFolder] }));
}
