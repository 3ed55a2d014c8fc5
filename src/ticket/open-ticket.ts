import type { TicketTable } from '../database/ticket-tables.ts';
import { armAnswer, armResolution, armWindow } from './clocks.ts';
import { placeWaitEndsAt } from './deadlines.ts';
import { findRoute } from './find-route.ts';
import { loadOwn } from './load-own.ts';
import { offerNext } from './offers.ts';
import { type Scene, termsOf } from './scene.ts';
import { summarise } from './summarise.ts';
import type { DeskTurn } from './ticket-desk.ts';
import { editTicket, type TicketEdit, theResident } from './ticket-edit.ts';
import { keepUnknown, type ToldHome } from './verbs/settle-place.ts';

export interface NewTicket {
  kind: TicketTable['kind'];
  topic?: string | undefined;
  /** Why a person is asked: the timeline keeps it. */
  cause?: string;
  /** Said to be urgent by the resident, never guessed. */
  urgent?: boolean;
  /** As far as they told; the unit of the OA where they did not. */
  home?: Partial<ToldHome>;
  /** The village is asked for in the same turn: members wait for the answer, a little. */
  asksVillage?: boolean;
}

interface Opened {
  edit: TicketEdit;
  isJoined: boolean;
}

/** Opens a ticket with its team, its first offers and all its clocks, or joins the open one of the same subject. */
export async function openTicket(turn: DeskTurn, scene: Scene, wanted: NewTicket): Promise<Opened> {
  const joined = await joinOpen(turn, scene, wanted);
  if (joined) return { edit: joined, isJoined: true };
  const home: ToldHome = {
    unitIds: [...(wanted.home?.unitIds ?? []), ...(await unitOfOa(turn))],
    village: wanted.home?.village,
  };
  const located = scene.roster.tree.locate(home);
  const route = findRoute(scene, located, wanted.topic);
  const isVillageKept = located.isVillageUnknown || located.candidates.length > 0;
  const edit = await insertTicket(turn, wanted, {
    area_id: located.areaId || null,
    village_text: isVillageKept ? (home.village ?? null) : null,
    team_id: route?.teamId ?? null,
  });
  await keepUnknown(turn, { located, home, ticketId: edit.ticket.id });
  edit.record({
    event: 'opened',
    actor: theResident,
    reason: route?.reason ?? 'no-team',
    data: { cause: wanted.cause ?? 'asked', team: route?.teamId, passedOver: route?.passedOver ?? [] },
  });
  armAnswer(edit, scene);
  armResolution(edit, scene);
  armWindow(edit, scene);
  const isLeaf = scene.roster.tree.find(located.areaId)?.level === 'village';
  if (wanted.asksVillage && !isLeaf && home.village === undefined) {
    edit.arm('offer', placeWaitEndsAt(scene.calendars, termsOf(scene, edit.ticket), scene.now));
  } else offerNext(edit, scene);
  return { edit, isJoined: false };
}

/** The same resident on the same subject is the same matter. */
async function joinOpen(
  turn: DeskTurn,
  scene: Scene,
  { kind, topic, urgent, cause }: NewTicket,
): Promise<TicketEdit | undefined> {
  const { phoneEncrypted, now } = turn;
  const [edit] = await loadOwn(turn, (eb) =>
    eb.and([
      eb('status', '!=', 'resolved'),
      topic === undefined ? eb('topic', 'is', null) : eb('topic', '=', topic),
    ]),
  );
  if (!edit) return undefined;
  edit.record({ event: 'noted', actor: theResident, reason: 'asked-again', data: { cause } });
  edit.set({
    last_resident_at: now,
    ...(kind === 'call-back' ? { kind } : {}),
    ...(phoneEncrypted === null ? {} : { phone_encrypted: phoneEncrypted }),
  });
  if (urgent && !edit.ticket.urgent) {
    edit.set({ urgent: true });
    armAnswer(edit, scene);
  }
  return edit;
}

/** The OA's own unit is the place of whoever does not say another. */
async function unitOfOa({ trx, person }: DeskTurn): Promise<string[]> {
  const oa = await trx
    .selectFrom('oas')
    .select('area_id')
    .where('oa_id', '=', person.oaId)
    .executeTakeFirst();
  return oa?.area_id ? [oa.area_id] : [];
}

type Placement = Pick<TicketTable, 'area_id' | 'village_text' | 'team_id'>;

async function insertTicket(turn: DeskTurn, wanted: NewTicket, placement: Placement): Promise<TicketEdit> {
  const { trx, conversationId, person, now, phoneEncrypted, origin } = turn;
  const ticket = await trx
    .insertInto('tickets')
    .values({
      conversation_id: conversationId,
      oa_id: person.oaId,
      origin,
      kind: wanted.kind,
      topic: wanted.topic ?? null,
      status: 'new',
      urgent: wanted.urgent ?? false,
      ...placement,
      summary: JSON.stringify(await summarise(turn)),
      phone_encrypted: phoneEncrypted,
      last_resident_at: now,
      created_at: now,
      updated_at: now,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  const { lastInteractionAt, state } = turn;
  return editTicket({
    ticket,
    isNew: true,
    person: { conversationId, ...person, state, lastInteractionAt, blockedAt: null, withdrawnAt: null },
    timers: new Map(),
    offers: [],
  });
}
