import { html } from 'hono/html';
import type { Translate } from '../../i18n.ts';
import type { Html } from '../layout/html.ts';
import type { ReportRow } from './read-report.ts';

export const reportColumns = [
  'team',
  'place',
  'opened',
  'solved',
  'missed',
  'stars',
] as const satisfies readonly (keyof ReportRow)[];

interface ReportPage {
  t: Translate;
  base: string;
  months: readonly string[];
  chosen: string;
  rows: readonly ReportRow[];
}

/** A month of the teams: a table, which a phone shows as cards. */
export function renderReport({ t, base, months, chosen, rows }: ReportPage): Html {
  const options = months.map(
    (month) =>
      html`<option value="${month}"${month === chosen ? html` selected` : ''}>${monthName(month, t)}</option>`,
  );
  const numbers = reportColumns.slice(2);
  const cells = (row: ReportRow) =>
    numbers.map(
      (column) =>
        html`<div><dt>${t(`console:reports.columns.${column}`)}</dt><dd>${row[column] ?? '–'}</dd></div>`,
    );
  return html`<h1>${t('console:reports.title')}</h1>
<form class="action" method="get" action="${base}/reports"><label><span>${t('console:reports.month')}</span>
<select name="month">${options}</select></label><button>${t('console:reports.show')}</button></form>
<p><a class="button" href="${base}/reports/${chosen}.csv" download>${t('console:reports.download')}</a></p>
${rows.map(
  (row) =>
    html`<section class="card"><h2>${row.team}${row.place && row.place !== row.team ? html` <small>${row.place}</small>` : ''}</h2><dl class="numbers">${cells(row)}</dl></section>`,
)}
${rows.length === 0 ? html`<p class="empty">${t('console:reports.none')}</p>` : ''}`;
}

/** "tháng 11/2026". */
function monthName(month: string, t: Translate): string {
  const [year = '', number = ''] = month.split('-');
  return t('console:reports.month_name', { month: Number(number), year });
}
