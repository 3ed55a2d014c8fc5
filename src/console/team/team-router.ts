import { Router } from 'express';
import { dayMs } from '../../durations.ts';
import type { ConsoleParts } from '../console-parts.ts';
import { createPageHandler, sendHtml } from '../http/page-request.ts';
import { isOverdue } from '../inbox/is-overdue.ts';
import { renderFrame } from '../layout/page-frame.ts';
import { readTeams } from './read-teams.ts';
import { renderTeams } from './team-page.ts';

const countedMs = 30 * dayMs;

/** `/console/team`: the viewer's teams, for a lead also those below. */
export function createTeamRouter(parts: ConsoleParts): Router {
  const { db, roster: source, url, assets, office } = parts;
  const base = new URL(url).pathname;
  const router = Router();
  router.get(
    '/',
    createPageHandler(parts, async ({ response, viewer, t, now }) => {
      const roster = await source.load(db);
      const query = { sight: viewer.sight, roster, now, since: now - countedMs, isOverdue: isOverdue(now) };
      const teams = await readTeams(db, query);
      const body = renderTeams({ t, base, now, teams });
      const title = t('console:team.title');
      await sendHtml(response, renderFrame({ t, assets, base, office, title, viewer, body }));
    }),
  );
  return router;
}
