import { html } from 'hono/html';
import { formatTimestamp } from '../../calendar/spoken-time.ts';
import type { Translate } from '../../i18n.ts';
import { describePlan } from '../../team/import/describe-plan.ts';
import type { ImportPlan } from '../../team/import/import-plan.ts';
import { formTokenField } from '../http/form-token.ts';
import type { Html } from '../layout/html.ts';
import { columnsOf, type ImportKind, importKinds } from './import-kinds.ts';

interface ImportPage {
  t: Translate;
  base: string;
  formToken: string;
}

/** More faults than this are not read; the first ones usually repeat. */
const maxFaults = 200;

/** Chooses what to import, and the file. */
export function renderChoice({ t, base, formToken }: ImportPage, chosen: ImportKind = 'members'): Html {
  return html`<section class="card"><h1>${t('console:imports.title')}</h1>
<p>${t('console:imports.how')}</p>
<form class="action" method="post" enctype="multipart/form-data" action="${base}/import/preview">
<input type="hidden" name="${formTokenField}" value="${formToken}">
<fieldset class="choices"><legend>${t('console:imports.what')}</legend>
${importKinds.map(
  (kind) =>
    html`<label class="check"><input type="radio" name="kind" value="${kind}" ${kind === chosen ? 'checked' : ''}><span>${t(`console:imports.kinds.${kind}`)}</span></label>`,
)}</fieldset>
<label><span>${t('console:imports.file')}</span><input type="file" name="file" accept=".xlsx,.csv,.txt" required></label>
<button class="primary">${t('console:imports.preview')}</button>
<p class="soft">${t('console:imports.nothing_yet')}</p></form></section>
<section class="card"><h2>${t('console:imports.columns')}</h2>
${importKinds.map((kind) => renderColumns(kind, { t, base }))}</section>`;
}

function renderColumns(kind: ImportKind, { t, base }: Pick<ImportPage, 't' | 'base'>): Html {
  const { required, optional, eitherOf = [] } = columnsOf[kind];
  const isNeeded = (column: string) => required.includes(column) || column === eitherOf[0];
  const rows = [...required, ...optional].map(
    (column) =>
      html`<div><dt><code>${column}</code>${isNeeded(column) ? html` <small>${t('console:imports.needed')}</small>` : ''}</dt>
<dd>${t(`operator:imports.columns.${column}`)}</dd></div>`,
  );
  return html`<details><summary>${t(`console:imports.kinds.${kind}`)}</summary>
<dl class="columns">${rows}</dl>
<p><a class="button" href="${base}/import/template/${kind}.csv" download>${t('console:imports.template')}</a></p></details>`;
}

interface PreviewPage extends ImportPage {
  now: number;
  kind: ImportKind;
  plan: ImportPlan;
  sealed: string;
  until: number;
  /** The stored data changed after the preview that was confirmed. */
  isAnew: boolean;
}

/** What the import would do, line by line, with the button that confirms it; or what is wrong with the file. */
export function renderPreview({ now, kind, plan, sealed, until, isAnew, ...page }: PreviewPage): Html {
  const { t, base, formToken } = page;
  const { faults, notes, changes, ...counts } = describePlan(plan, t);
  const again = html`<p><a class="up" href="${base}/import?kind=${kind}">${t('console:imports.other_file')}</a></p>`;
  const top = html`<h1>${t('console:imports.preview_title', { what: t(`console:imports.kinds.${kind}`) })}</h1>
${isAnew ? html`<p class="notice warn" role="status">${t('console:imports.anew')}</p>` : ''}`;
  const noted = renderList(t('console:imports.notes'), notes);
  if (faults.length > 0) {
    const more = faults.length - maxFaults;
    return html`<section class="card">${top}
<p class="notice bad" role="alert">${t('console:imports.refused', { number: faults.length })}</p>
${renderList(t('console:imports.faults'), faults.slice(0, maxFaults))}
${more > 0 ? html`<p class="soft">${t('console:imports.more', { number: more })}</p>` : ''}${noted}${again}</section>`;
  }
  if (changes.length === 0) {
    return html`<section class="card">${top}<p class="notice good" role="status">${t('operator:imports.nothing')}</p>${noted}${again}</section>`;
  }
  return html`<section class="card">${top}<p class="notice warn">${t('operator:imports.summary', counts)} ${t('console:imports.unsaved')}</p>
${noted}
<form class="action" method="post" enctype="multipart/form-data" action="${base}/import">
<input type="hidden" name="${formTokenField}" value="${formToken}"><input type="hidden" name="preview" value="${sealed}">
<button class="primary">${t('console:imports.save', { number: changes.length })}</button>
<p class="soft">${t('console:imports.until', { clock: formatTimestamp(until, now, t) })}</p></form>
${renderChanges(t('console:imports.changes'), changes)}${again}</section>`;
}

/** What an import has done. */
export function renderReport({ t, base }: ImportPage, kind: ImportKind, plan: ImportPlan): Html {
  const { changes, ...counts } = describePlan(plan, t);
  return html`<section class="card"><h1>${t('console:imports.done_title')}</h1>
<p class="notice good" role="status">${t('operator:imports.summary', { added: counts.added, changed: counts.changed, unchanged: counts.unchanged })}</p>
${changes.length > 0 ? renderChanges(t('console:imports.changes_done'), changes) : html`<p>${t('operator:imports.nothing')}</p>`}
<p>${t(`console:imports.next.${kind}`)}</p>
<p><a class="button" href="${base}/import?kind=${kind}">${t('console:imports.other_file')}</a></p></section>`;
}

/** A preview that can no longer be confirmed. */
export function renderExpired({ t, base }: ImportPage): Html {
  return html`<section class="card"><h1>${t('console:imports.expired')}</h1><p>${t('console:imports.expired_text')}</p>
<p><a class="button" href="${base}/import">${t('console:imports.other_file')}</a></p></section>`;
}

function renderList(title: string, lines: readonly string[]): Html | '' {
  if (lines.length === 0) return '';
  return html`<h2>${title}</h2><ul class="lines">${lines.map((line) => html`<li>${line}</li>`)}</ul>`;
}

function renderChanges(title: string, changes: ReturnType<typeof describePlan>['changes']): Html {
  return html`<h2>${title}</h2><ul class="plain">${changes.map(
    ({ text, more }) => html`<li>${text}${more && html` <small>${more}</small>`}</li>`,
  )}</ul>`;
}
