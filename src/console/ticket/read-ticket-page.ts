import { sql } from 'kysely';
import type { CannedReply } from '../../content/schema/canned.ts';
import { readViews, type TicketView } from '../../member/tickets/ticket-view.ts';
import { readOperatorNames } from '../../operator/operator-store.ts';
import type { Member, Team } from '../../team/roster/team.ts';
import { mayGoTo } from '../../ticket/model/confidential.ts';
import { briefOf, type TicketBrief } from '../../ticket/model/ticket-brief.ts';
import { mayHelp, mayLead } from '../../ticket/permissions.ts';
import { readAddedWords } from '../../ticket/store/added-words.ts';
import { visibleTo } from '../access/sight.ts';
import { callerOf, type Viewer } from '../access/viewer.ts';
import type { ConsoleParts } from '../console-parts.ts';
import type { PageRequest } from '../http/page-request.ts';
import type { Suggestion } from '../suggestions/suggest-answers.ts';
import { isInReach } from './reach.ts';
import { readTalk, type TalkMessage } from './read-talk.ts';
import { readTimeline, type TimelineRow } from './read-timeline.ts';

/** Everything on the page of a ticket. */
export interface TicketContent {
  view: TicketView;
  brief: TicketBrief;
  talk: TalkMessage[];
  timeline: TimelineRow[];
  team: string | undefined;
  /** The name of the assignee. */
  assignee: string | undefined;
  isOwn: boolean;
  /** The assignee and operators note, and see the number of the resident. */
  mayNote: boolean;
  mayClaim: boolean;
  mayLead: boolean;
  /** It is closed, and the viewer closed it, leads its team or is an operator. */
  mayReopen: boolean;
  /** Members to whom a lead can assign it; teams to which it can be transferred. */
  members: readonly Member[];
  teams: readonly Team[];
  canned: readonly CannedReply[];
  suggestions: readonly Suggestion[];
}

const maxNumber = 999_999_999;

/** A ticket that the viewer sees; undefined for any other, as for one that does not exist. */
export async function findSeenTicket(
  { db, roster: source, windowAt }: ConsoleParts,
  number: number,
  { viewer, now }: { viewer: Viewer; now: number },
): Promise<TicketView | undefined> {
  if (!Number.isSafeInteger(number) || number > maxNumber) return undefined;
  const roster = await source.load(db);
  const query = { roster, windowAt, now, memberId: viewer.memberId };
  const [view] = await readViews(db, sql`t.number = ${number} and ${visibleTo(viewer.sight)}`, query);
  return view;
}

/** Reads what the page shows beside the ticket itself. */
export async function readTicketPage(
  parts: ConsoleParts,
  view: TicketView,
  { viewer, t, now }: Pick<PageRequest, 'viewer' | 't' | 'now'>,
): Promise<TicketContent> {
  const { db, roster: source, canned, suggest } = parts;
  const roster = await source.load(db);
  const row = await db.selectFrom('tickets').selectAll().where('id', '=', view.id).executeTakeFirstOrThrow();
  const me = roster.findMember(viewer.memberId);
  const isOpen = view.status !== 'resolved';
  const isOwn = isOpen && view.assigneeId === viewer.memberId;
  const isLead = mayLead({ roster }, callerOf(viewer), row);
  const leads = isOpen && isLead;
  const team = roster.findTeam(view.teamId)?.name;
  return {
    view,
    brief: briefOf(row, { roster, added: await readAddedWords(db, view.id) }),
    talk: await readTalk(db, view),
    timeline: await readTimeline(db, view.id, { t, roster, operators: await readOperatorNames(db) }),
    team,
    assignee: roster.findMember(view.assigneeId)?.name,
    isOwn,
    mayNote: isOwn || viewer.operator !== undefined,
    mayClaim: isOpen && view.assigneeId === null && me !== undefined && mayHelp({ roster }, me, row),
    mayLead: leads,
    mayReopen: !isOpen && row.reason !== 'merged' && (isLead || view.assigneeId === viewer.memberId),
    members: leads
      ? roster.members.filter(
          (one) => one.removedAt === undefined && mayHelp({ roster }, one, row) && isInReach(viewer, one),
        )
      : [],
    teams:
      leads || isOwn
        ? roster.teams.filter((one) => isPossible(one) && mayGoTo(one.teamId, row, { roster }))
        : [],
    canned: isOwn ? canned.listFor({ ...view, team }, now) : [],
    suggestions: isOwn ? suggest(view.question, now) : [],
  };

  function isPossible({ teamId, closedAt, mergedInto }: Team): boolean {
    return closedAt === undefined && mergedInto === undefined && teamId !== view.teamId;
  }
}
