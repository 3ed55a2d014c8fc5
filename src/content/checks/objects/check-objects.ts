import type { Content } from '../../read-content.ts';
import type { Finding } from '../finding.ts';
import { checkCompleteness } from './completeness.ts';
import { checkObjectNames } from './names.ts';
import { checkObjectReferences } from './references.ts';
import { checkObjectTexts } from './texts.ts';

/** The checks of objects and their cells; what their texts claim is checked together with all answers. Pure. */
export function checkObjects(content: Content): Finding[] {
  return [checkObjectReferences, checkCompleteness, checkObjectNames, checkObjectTexts].flatMap((check) =>
    check(content),
  );
}
