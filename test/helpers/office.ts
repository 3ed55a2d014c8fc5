import { type Knowledge, readKnowledge } from '../../src/content/knowledge.ts';
import { modelFolder } from './model-folder.ts';

let office: Knowledge | undefined;

/** What the bot knows with the content in `locales/`, read once for all test files of this process. */
export function officeKnowledge(): Knowledge {
  office ??= readKnowledge({ modelFolders: [modelFolder] });
  return office;
}
