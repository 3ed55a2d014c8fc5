import { html } from 'hono/html';
import { formatDuration, formatTimestamp } from '../../calendar/spoken-time.ts';
import type { Translate } from '../../i18n.ts';
import type { Html } from '../layout/html.ts';
import type { TeamCard } from './read-teams.ts';

interface TeamPage {
  t: Translate;
  base: string;
  now: number;
  teams: readonly TeamCard[];
}

/** The teams in sight: what waits, who is there, who has how much. */
export function renderTeams(page: TeamPage): Html {
  const { t, teams } = page;
  if (teams.length === 0) return html`<p class="empty">${t('console:team.none')}</p>`;
  return html`<h1 class="unseen">${t('console:team.title')}</h1>${teams.map((team) => renderTeam(team, page))}`;
}

function renderTeam(team: TeamCard, page: TeamPage): Html {
  const { t, now } = page;
  const { name, place, unclaimed, oldestAt, overdue, members } = team;
  return html`<section class="card"><h2>${name}${place && place !== name ? html` <small>${place}</small>` : ''}</h2>
<p class="badges">
${overdue > 0 ? html`<span class="badge bad">${t('console:team.overdue', { count: overdue })}</span>` : ''}
<span class="badge ${unclaimed > 0 ? 'warn' : ''}">${t('console:team.unclaimed', { count: unclaimed })}</span>
${oldestAt === undefined ? '' : html`<span class="soft">${t('console:team.oldest', { span: formatDuration(now - oldestAt, t) })}</span>`}</p>
${
  members.length > 0
    ? html`<ul class="plain people">${members.map((member) => renderMember(member, page))}</ul>`
    : html`<p class="soft">${t('console:team.nobody')}</p>`
}</section>`;
}

function renderMember(member: TeamCard['members'][number], { t, now }: TeamPage): Html {
  const { name, isLead, isReachable, awayUntil, open, closed } = member;
  return html`<li><span><b>${name}</b> ${isLead ? html`<span class="badge">${t('console:team.lead')}</span>` : ''}
${isReachable ? '' : html`<span class="badge warn">${t('console:team.not_linked')}</span>`}
${awayUntil === undefined ? '' : html`<span class="badge">${t('console:team.away', { clock: formatTimestamp(awayUntil, now, t) })}</span>`}</span>
<span class="soft">${t('console:team.load', { open, closed })}</span></li>`;
}
