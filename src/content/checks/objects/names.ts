import { foldText } from '../../../nlu/text/fold-text.ts';
import type { Content } from '../../read-content.ts';
import type { Finding } from '../finding.ts';

/** As many objects of one name as fit into a question together with the button for a person. */
const maxOfOneName = 4;

/** Finds names that too many objects share, buttons that two share, and cues that mean two things. Pure. */
export function checkObjectNames(content: Content): Finding[] {
  return [...sharedNames(content), ...ambiguousCues(content)];
}

function sharedNames({ objects }: Content): Finding[] {
  const buttons = new Map<string, string>();
  const owners = new Map<string, Set<string>>();
  return objects.flatMap(({ file, value: { object, button, names }, lineOf }) => {
    const at = (path: PropertyKey[], message: string): Finding => ({
      level: 'error',
      file,
      line: lineOf(path),
      message: `${object}: ${message}`,
    });
    const other = buttons.get(foldText(button));
    buttons.set(foldText(button), object);
    return [
      ...(other === undefined ? [] : [at(['button'], `the same button title as ${other}`)]),
      ...names.flatMap((name, index) => {
        const sharing = (owners.get(foldText(name)) ?? new Set()).add(object);
        owners.set(foldText(name), sharing);
        return sharing.size > maxOfOneName
          ? [at(['names', index], `"${name}" names ${sharing.size} objects`)]
          : [];
      }),
    ];
  });
}

/** Within one list a cue has one meaning. */
function ambiguousCues({ aspects: { file, value, lineOf } }: Content): Finding[] {
  return (['aspects', 'states', 'conditions'] as const).flatMap((list) => {
    const meanings = new Map<string, string>();
    return Object.entries(value[list]).flatMap(([name, cues]) =>
      (cues ?? []).flatMap((cue, index): Finding[] => {
        const other = meanings.get(foldText(cue)) ?? name;
        meanings.set(foldText(cue), name);
        if (other === name) return [];
        const message = `"${cue}" means ${other} and ${name}`;
        return [{ level: 'error', file, line: lineOf([list, name, index]), message }];
      }),
    );
  });
}
