import { Router } from 'express';
import { type Kysely, sql } from 'kysely';
import type { Tables } from '../../database/schema.ts';
import { readViews, type TicketView } from '../../member/tickets/ticket-view.ts';
import type { Roster } from '../../team/roster/roster.ts';
import type { Sight } from '../access/sight.ts';
import type { ConsoleParts } from '../console-parts.ts';
import { createPageHandler, sendHtml } from '../http/page-request.ts';
import { renderFrame } from '../layout/page-frame.ts';
import type { Changes } from '../live/changes.ts';
import { bulkChoices } from './bulk-choices.ts';
import { renderInbox } from './inbox-page.ts';
import { parseInboxQuery, tickAllParameter, toAddress } from './inbox-query.ts';
import { groupMembers } from './member-groups.ts';
import { countInbox, readInbox } from './read-inbox.ts';
import { listViews } from './view-store.ts';

/** `GET /console`: the tickets that the member sees. */
export function createInboxRouter(parts: ConsoleParts, changes: Changes): Router {
  const { db, roster: source, windowAt, url, assets, office, topics, topicTitle } = parts;
  const base = new URL(url).pathname;
  const router = Router();
  router.get(
    '/',
    createPageHandler(parts, async ({ request, response, viewer, t, now }) => {
      const { sight } = viewer;
      const parameters = new URL(request.originalUrl, url).searchParams;
      const query = parseInboxQuery(parameters);
      const roster = await source.load(db);
      // Before the tickets: a change in between is shown twice rather than never.
      const since = await changes.version();
      const { memberId, formToken } = viewer;
      const [page, counts, views] = await Promise.all([
        readInbox(db, { query, sight, roster, windowAt, now }),
        countInbox(db, { sight, now }),
        listViews(db, memberId),
      ]);
      const tickets = await readInOrder(db, page.ids, { roster, windowAt, now, memberId });
      const body = renderInbox({
        t,
        base,
        now,
        formToken,
        query,
        counts,
        tickets,
        overdue: page.overdue,
        hasMore: page.hasMore,
        isAllTicked: parameters.get(tickAllParameter) === 'all',
        bulk: bulkChoices(tickets, { roster, viewer }),
        areas: areasInSight(roster, sight),
        topics,
        members: groupMembers(roster, { team: ({ teamId }) => sight.teamIds.has(teamId) }),
        views,
        roster,
        topicTitle,
      });
      const live = { page: toAddress(base, query), changes: `${base}/changes?since=${since}` };
      const title = t(`console:inbox.lists.${query.list}`);
      const frame = {
        t,
        assets,
        base,
        office,
        title,
        viewer,
        body,
        live,
        kind: 'inbox',
        modules: ['bulk.js'] as const,
      };
      await sendHtml(response, renderFrame(frame));
    }),
  );
  return router;
}

async function readInOrder(
  db: Kysely<Tables>,
  ids: readonly number[],
  query: Parameters<typeof readViews>[2],
): Promise<TicketView[]> {
  if (ids.length === 0) return [];
  const views = await readViews(db, sql`t.id = any(${[...ids]}::bigint[])`, query);
  const byId = new Map(views.map((view) => [view.id, view]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** The areas of the teams in sight, with all that lies in them. */
function areasInSight(roster: Roster, { teamIds }: Sight) {
  const ids = new Set([...teamIds].map((teamId) => roster.findTeam(teamId)?.areaId));
  return roster.tree.areas
    .filter(({ areaId, validUntil }) => {
      return validUntil === undefined && roster.tree.pathOf(areaId).some((area) => ids.has(area.areaId));
    })
    .sort((a, b) => a.name.localeCompare(b.name, 'vi'));
}
