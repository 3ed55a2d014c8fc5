import type { ActorParts } from '../../src/actor/actor-parts.ts';
import { handleWake } from '../../src/actor/handle-wake.ts';
import { createWindow } from '../../src/conversation/window.ts';
import type { Database } from '../../src/database/database.ts';
import { loadWords } from '../../src/i18n.ts';
import { createBot } from '../../src/intents/create-bot.ts';
import type { IncomingEvent, OutgoingContent, ReplyButton } from '../../src/message.ts';
import { eraseRequested } from '../../src/retention/erase-person.ts';
import { saveAreas } from '../../src/team/areas/area-store.ts';
import { areasOfUnits } from '../../src/team/areas/areas-of-units.ts';
import { insertEvents } from '../../src/webhook/insert-events.ts';
import { secretMarksOf, toMaskedRow } from '../../src/webhook/mask-event.ts';
import { oaId } from './actor-fixture.ts';
import { createMemberWorld, type MemberWorld } from './member-world.ts';
import { officeKnowledge } from './office.ts';

/** The real bot, actor, masking, tickets and erasure, without a network. */
export interface TalkWorld {
  members: MemberWorld;
  db: Database['db'];
  /** A village that has a team. */
  village: string;
  commune: string;
  /** Something happens to a person; resolves when all that follows is done. */
  happen(personId: string, event: PersonEvent): Promise<void>;
  /** Runs the job that erases. */
  erase(): Promise<void>;
  /** Buttons of the last messages to a person, the newest first. */
  buttons(personId: string): ReplyButton[];
  /** The text of a person's last message as it was stored: masked. */
  storedText(personId: string): Promise<string>;
}

type PersonEvent =
  | { kind: 'message'; text: string }
  | { kind: 'contact-shared'; phone: string }
  | { kind: 'opened' | 'withdrawn' | 'missed-call' };

/** Buttons of older messages are out of sight. */
const messagesInSight = 3;
const words = loadWords();
const marks = secretMarksOf(words.in('vi'));

function talkingBot() {
  const { directory, opened, asked } = officeKnowledge();
  const { classifier } = opened;
  const contactImageUrl = 'https://example.com/card.png';
  const bot = createBot({ directory, classifier, words, asked, contactImageUrl });
  return { bot, areas: directory.areas };
}

/** Empties the tables; the teams of the invented places stand at a real village and the areas above it. */
export async function createTalkWorld(database: Database): Promise<TalkWorld> {
  const { bot, areas } = talkingBot();
  const { db } = database;
  let actor: ActorParts | undefined;
  const members = await createMemberWorld(
    database,
    {},
    {
      changeActor(parts) {
        actor = { ...parts, bot };
        return actor;
      },
    },
  );
  if (!actor) throw new Error('the world has an actor');
  const parts = actor;
  await db.deleteFrom('erasure_requests').execute();
  const places = await movePlaces(db, areas);
  for (const member of ['ha', 'hai', 'chi', 'xuan', 'tam']) await members.link(member);
  let count = 0;
  const shown = (personId: string): OutgoingContent[] =>
    members.sender.sent.filter(({ to }) => to.personId === personId).map(({ content }) => content);
  return {
    members,
    db,
    ...places,
    async happen(personId, { kind, ...rest }) {
      count += 1;
      members.advance(1_000);
      const event = {
        kind,
        eventName: kind === 'withdrawn' ? 'user_withdraw' : 'user_send_text',
        deliveryKey: `${personId}-${count}-${members.now()}`,
        oaId,
        personId,
        occurredAt: members.now(),
        ...(kind === 'message' && { messageId: `in-${personId}-${count}`, attachments: [] }),
        ...rest,
      } as IncomingEvent;
      const sealer = { seal: (text: string) => `sealed:${text}`, open: (sealed: string) => sealed };
      const row = toMaskedRow({ marks, sealer, clock: parts.clock, origin: 'test' }, event);
      await insertEvents(db, [row]);
      await handleWake(parts, { oaId, personId });
      await members.settle();
    },
    async erase() {
      await eraseRequested({ db, now: members.now(), words, windowAt: createWindow(), origin: 'test' });
      await members.settle();
    },
    buttons: (personId) =>
      shown(personId)
        .slice(-messagesInSight)
        .toReversed()
        .flatMap((content) => (content.kind === 'text' ? (content.buttons ?? []) : []))
        .filter((button) => button.kind === 'reply'),
    async storedText(personId) {
      const { event } = await db
        .selectFrom('incoming_events')
        .select('event')
        .where('person_id', '=', personId)
        .where('kind', '=', 'message')
        .orderBy('id', 'desc')
        .limit(1)
        .executeTakeFirstOrThrow();
      return event.kind === 'message' ? (event.text ?? '') : '';
    },
  };
}

async function movePlaces(
  db: Database['db'],
  areas: ReturnType<typeof talkingBot>['areas'],
): Promise<{ village: string; commune: string }> {
  const tree = areasOfUnits(areas, { rootName: 'Nơi Thử', day: '2026-10-07' });
  const find = (id: string | undefined) => tree.find(({ areaId }) => areaId === id);
  const village = tree.find(
    ({ level, name, parentId }) =>
      level === 'village' && name.includes(' ') && find(parentId)?.level === 'cluster',
  );
  const cluster = find(village?.parentId);
  const commune = find(cluster?.parentId);
  if (!village || !cluster || !commune) throw new Error('no village under a cluster');
  const root = find(commune.parentId);
  await saveAreas(db, tree);
  const places = { 'to-thon': village, 'to-cum': cluster, 'to-xa': commune, 'ban-truc': root ?? commune };
  for (const [teamId, { areaId }] of Object.entries(places))
    await db.updateTable('teams').set({ area_id: areaId }).where('team_id', '=', teamId).execute();
  await db.deleteFrom('areas').where('area_id', 'in', ['thon', 'thon-2']).execute();
  await db.deleteFrom('areas').where('area_id', '=', 'cum').execute();
  await db.deleteFrom('areas').where('area_id', '=', 'xa').execute();
  return { village: village.name, commune: commune.name };
}
