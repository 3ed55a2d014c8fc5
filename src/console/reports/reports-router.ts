import { Router } from 'express';
import { recordAudit } from '../../audit/audit-log.ts';
import type { Translate } from '../../i18n.ts';
import { actorOf } from '../access/viewer.ts';
import type { ConsoleParts } from '../console-parts.ts';
import type { PageRequest } from '../http/page-request.ts';
import { createManagedHandler, sendPage } from '../http/root-page.ts';
import { lastMonths, parseMonth, type ReportRow, readReport } from './read-report.ts';
import { renderReport, reportColumns } from './report-page.ts';

/** `/console/reports`: what the teams in sight did in a month, as a page and as a file for a spreadsheet. */
export function createReportsRouter(parts: ConsoleParts): Router {
  const { db, url, roster: source } = parts;
  const base = new URL(url).pathname;
  const router = Router();
  const managed = (handle: (page: PageRequest) => Promise<void>) =>
    createManagedHandler(parts, 'reports', handle);

  router.get(
    '/',
    managed(async (page) => {
      const { request, t, now } = page;
      const months = lastMonths(now);
      const asked = String(new URL(request.originalUrl, url).searchParams.get('month'));
      const chosen = parseMonth(asked)?.name ?? months[0] ?? '';
      const body = renderReport({ t, base, months, chosen, rows: await read(page, chosen) });
      await sendPage(parts, page, { title: t('console:reports.title'), body });
    }),
  );
  router.get(
    '/:month.csv',
    managed(async (page) => {
      const { request, response, viewer, t, now } = page;
      const month = String(request.params.month);
      if (!parseMonth(month)) return void response.status(404).end();
      const file = toCsv(await read(page, month), t);
      await recordAudit(db, { actor: actorOf(viewer), action: 'exported', subject: `reports ${month}`, now });
      response
        .attachment(`${t('console:reports.file')}-${month}.csv`)
        .type('text/csv; charset=utf-8')
        .send(file);
    }),
  );

  async function read({ viewer }: PageRequest, name: string): Promise<ReportRow[]> {
    const month = parseMonth(name);
    if (!month) return [];
    return readReport(db, { sight: viewer.sight, roster: await source.load(db), month });
  }

  return router;
}

/** With a byte order mark, which tells spreadsheets that it is UTF-8. */
function toCsv(rows: readonly ReportRow[], t: Translate): string {
  const head = reportColumns.map((column) => t(`console:reports.columns.${column}`));
  const lines = rows.map((row) => reportColumns.map((column) => String(row[column] ?? '')));
  return `\uFEFF${[head, ...lines].map((cells) => `${cells.map(toCell).join(',')}\r\n`).join('')}`;
}

/** A name that begins like a formula must stay a name. */
function toCell(text: string): string {
  const plain = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",;\t\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
