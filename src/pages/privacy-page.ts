import { escapeHtml } from '../escape-html.ts';
import type { Translate } from '../i18n.ts';
import { renderPage } from './page-layout.ts';

interface PrivacyParts {
  t: Translate;
  language: string;
  retentionDays: number;
}

/** Keys of the sections, in reading order. */
const sections = ['kept', 'readers', 'duration', 'erasure'];

/** What is stored about a resident, who reads it, for how long, and how to have it erased. */
export function renderPrivacy({ t, language, retentionDays }: PrivacyParts): string {
  const title = t('pages:privacy.title');
  const parts = sections.map(
    (key) =>
      `<section><h2>${escapeHtml(t(`pages:privacy.${key}.heading`))}</h2>` +
      `<p>${escapeHtml(t(`pages:privacy.${key}.text`, { days: retentionDays }))}</p></section>`,
  );
  const body = `<h1>${escapeHtml(title)}</h1>${parts.join('')}<p><a href="/">${escapeHtml(t('pages:privacy.back'))}</a></p>`;
  return renderPage({ title, language, body });
}
