import { basename } from 'node:path';
import type { Content } from '../../read-content.ts';
import { toldIn } from '../../schema/object.ts';
import type { YamlFile } from '../../yaml-file.ts';
import type { Finding } from '../finding.ts';
import { listIntentParts } from '../parts.ts';
import { listCellParts } from './object-parts.ts';

/** Finds what objects name and nobody declares: topics, answers, facts, parents, areas, who knows. Pure. */
export function checkObjectReferences(content: Content): Finding[] {
  const intents = new Set(listIntentParts(content).map(({ id }) => id));
  return [
    ...content.objects.flatMap((object) => unknownNames(object, content, intents)),
    ...listCellParts(content).flatMap(({ cell, at }) => {
      if (typeof cell === 'string') return [];
      if ('intent' in cell)
        return intents.has(cell.intent) ? [] : [at([], 'error', `unknown intent ${cell.intent}`)];
      return [
        ...missing(cell.facts, content.facts.value).map(([fact, index]) =>
          at(['facts', index], 'error', `unknown fact ${fact}`),
        ),
        ...missing(cell.audience ?? [], content.areas.value.units).map(([area, index]) =>
          at(['audience', index], 'error', `unknown area ${area}`),
        ),
        ...(toldIn(cell)?.buttons ?? []).flatMap((button, index) =>
          'intent' in button && !intents.has(button.intent)
            ? [at(['buttons', index], 'error', `unknown intent ${button.intent}`)]
            : [],
        ),
      ];
    }),
    ...unknownGeneral(content, intents),
  ];
}

function unknownNames(
  { file, value, lineOf }: Content['objects'][number],
  content: Content,
  intents: ReadonlySet<string>,
): Finding[] {
  const at = (path: PropertyKey[], message: string): Finding => ({
    level: 'error',
    file,
    line: lineOf(path),
    message: `${value.object}: ${message}`,
  });
  const topics = content.topics.map(({ value: { topic } }) => topic);
  const byId = new Map(content.objects.map((one) => [one.value.object, one.value]));
  const { object, topic, knows, parent } = value;
  return [
    ...(`${object}.yaml` === basename(file)
      ? []
      : [at(['object'], `the file must be called ${object}.yaml`)]),
    ...(topics.includes(topic) ? [] : [at(['topic'], `unknown topic ${topic}`)]),
    ...(knows in content.knows.value ? [] : [at(['knows'], `nobody named ${knows} in knows.yaml`)]),
    ...(parent === undefined || byId.has(parent) ? [] : [at(['parent'], `unknown object ${parent}`)]),
    ...(isOwnAncestor(object, byId) ? [at(['parent'], 'is its own ancestor')] : []),
    ...Object.keys(value.answers).flatMap((intent) =>
      intents.has(intent) ? [] : [at(['answers', intent], `unknown intent ${intent}`)],
    ),
  ];
}

function isOwnAncestor(id: string, byId: ReadonlyMap<string, { parent?: string | undefined }>): boolean {
  const seen = new Set<string>();
  let at = byId.get(id)?.parent;
  while (at !== undefined && !seen.has(at)) {
    seen.add(at);
    at = byId.get(at)?.parent;
  }
  return seen.has(id);
}

/** The entries that a record lacks, each with its index. */
function missing(ids: readonly string[], known: object): [string, number][] {
  return ids.map((id, index): [string, number] => [id, index]).filter(([id]) => !(id in known));
}

function unknownGeneral({ aspects }: Content, intents: ReadonlySet<string>): Finding[] {
  return Object.entries(aspects.value.general).flatMap(([aspect, ids]) =>
    (ids ?? []).flatMap((id, index) =>
      intents.has(id) ? [] : [fault(aspects, ['general', aspect, index], `unknown intent ${id}`)],
    ),
  );
}

function fault(file: YamlFile<unknown>, path: PropertyKey[], message: string): Finding {
  return { level: 'error', file: file.file, line: file.lineOf(path), message };
}
