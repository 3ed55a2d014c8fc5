import { foldText } from '../../nlu/text/fold-text.ts';
import type { Content } from '../read-content.ts';
import { slotNames, toldSlot } from '../schema/procedure.ts';
import type { Finding } from './finding.ts';
import { listGuideParts, listIntentParts } from './parts.ts';

/** As many procedures of one name as fit into a question together with the button for a person. */
const maxOfOneName = 4;
/** Characters of a slot that can be read at a glance. */
const longestSlot = 330;
/** Characters of all slots of a procedure in one message. */
const longestGuide = 900;

/** Finds names in the procedure guide with no target or too many, and texts that are too long. Pure. */
export function checkProcedures(content: Content): Finding[] {
  return [...unknownNames(content), ...sharedNames(content), ...longTexts(content)];
}

type At = (path: PropertyKey[], message: string) => Finding;

function finder({ procedures }: Content): At {
  return (path, message) => ({
    level: 'error',
    file: procedures.file,
    line: procedures.lineOf(path),
    message,
  });
}

function unknownNames(content: Content): Finding[] {
  const at = finder(content);
  const { procedures, general, knows } = content.procedures.value;
  const topics = new Set(content.topics.map(({ value }) => value.topic));
  const intents = new Set(listIntentParts(content).map(({ id }) => id));
  const unknownIntent = (id: string, path: PropertyKey[]) =>
    intents.has(id) ? [] : [at(path, `unknown intent ${id}`)];
  return [
    ...Object.entries(general).flatMap(([slot, ids]) =>
      (ids ?? []).flatMap((id, index) => unknownIntent(id, ['general', slot, index])),
    ),
    ...Object.entries(procedures).flatMap(([id, procedure]) => {
      const path = ['procedures', id];
      const { how } = procedure;
      return [
        ...(topics.has(procedure.topic) ? [] : [at([...path, 'topic'], `unknown topic ${procedure.topic}`)]),
        ...(procedure.knows in knows ? [] : [at([...path, 'knows'], `nobody named ${procedure.knows}`)]),
        ...Object.keys(procedure.intents).flatMap((intent) =>
          unknownIntent(intent, [...path, 'intents', intent]),
        ),
        ...(how !== 'unknown' && 'intent' in how ? unknownIntent(how.intent, [...path, 'how']) : []),
      ];
    }),
    ...listGuideParts(content).flatMap(({ intent, at: atText }) =>
      intent.facts.flatMap((fact) =>
        fact in content.facts.value ? [] : [atText([], 'error', `unknown fact ${fact}`)],
      ),
    ),
  ];
}

/** Two procedures may not share a button; a name may mean several, but no more than the bot can offer. */
function sharedNames(content: Content): Finding[] {
  const at = finder(content);
  const buttons = new Map<string, string>();
  const owners = new Map<string, Set<string>>();
  const findings: Finding[] = [];
  for (const [id, { aliases, button }] of Object.entries(content.procedures.value.procedures)) {
    const other = buttons.get(foldText(button));
    if (other) findings.push(at(['procedures', id, 'button'], `the same button title as ${other}`));
    buttons.set(foldText(button), id);
    for (const [index, alias] of aliases.entries()) {
      const sharing = (owners.get(foldText(alias)) ?? new Set()).add(id);
      owners.set(foldText(alias), sharing);
      if (sharing.size > maxOfOneName) {
        findings.push(
          at(['procedures', id, 'aliases', index], `"${alias}" names ${sharing.size} procedures`),
        );
      }
    }
  }
  return findings;
}

function longTexts(content: Content): Finding[] {
  const at = finder(content);
  return Object.entries(content.procedures.value.procedures).flatMap(([id, procedure]) => {
    const texts = slotNames.flatMap((name) => {
      const text = toldSlot(procedure[name])?.text;
      return text === undefined ? [] : [{ name, length: text.length }];
    });
    const whole = texts
      .filter(({ name }) => name !== 'how' && name !== 'link')
      .reduce((sum, { length }) => sum + length, 0);
    return [
      ...texts
        .filter(({ length }) => length > longestSlot)
        .map(({ name, length }) =>
          at(['procedures', id, name], `${id}.${name}: ${length} characters, at most ${longestSlot}`),
        ),
      ...(whole > longestGuide
        ? [at(['procedures', id], `${id}: ${whole} characters in all, a small screen takes ${longestGuide}`)]
        : []),
    ];
  });
}
