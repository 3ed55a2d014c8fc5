import type { KindName } from '../content/schema/grid.ts';
import type { TopicDirectory } from '../content/topic-directory.ts';
import type { EntityFinder } from '../nlu/entities/entity.ts';
import { createNameFinder, type NamedThing } from '../nlu/entities/find-names.ts';
import { createEntityReader, type EntityReader } from '../nlu/entities/read-entities.ts';
import type { PlaceNames } from '../team/places/place-names.ts';

/** Kinds of objects that an office settles on request. */
const procedureKinds: ReadonlySet<KindName> = new Set(['procedure', 'paper', 'benefit']);

/** Finds the entities of this office in a text: its places, apps, providers and procedures. */
export function createOfficeEntities(
  { local, objectFiles }: Pick<TopicDirectory, 'local' | 'objectFiles'>,
  places: PlaceNames,
): EntityReader {
  const findPlaces: EntityFinder = (_, text, today) =>
    places.find(text, { day: today }).map((match) => ({
      kind: 'place',
      start: match.start,
      end: match.end,
      value: match.kind === 'found' ? (match.village?.name ?? match.area.name) : match.typed,
    }));
  return createEntityReader([
    findPlaces,
    createNameFinder('app', local.brands.filter(({ app }) => app).map(toNamed)),
    createNameFinder('provider', local.providers.map(toNamed)),
    createNameFinder(
      'procedure',
      objectFiles.objects
        .filter(({ kind }) => procedureKinds.has(kind))
        .map(({ object, names, name }) => ({ value: object, spellings: [...names, name] })),
    ),
  ]);
}

function toNamed({ name, spellings }: { name: string; spellings: readonly string[] }): NamedThing {
  return { value: name, spellings: [name, ...spellings] };
}
