import { escapeHtml } from '../escape-html.ts';
import type { Translate } from '../i18n.ts';
import { renderPage } from './page-layout.ts';

interface HomeParts {
  t: Translate;
  language: string;
  office: string;
  oas: { oaId: string; name: string }[];
  verificationTag: string;
}

/** The first page: who runs the bot, and where to write to it. */
export function renderHome({ t, language, office, oas, verificationTag }: HomeParts): string {
  const title = t('pages:home.title', { office });
  const rows = oas.map(
    ({ oaId, name }) =>
      `<li class="oa"><span>${escapeHtml(name)}</span>` +
      `<a class="button" href="https://zalo.me/${encodeURIComponent(oaId)}" aria-label="${escapeHtml(`${t('pages:home.open_chat')}: ${name}`)}">${escapeHtml(t('pages:home.open_chat'))}</a></li>`,
  );
  const list =
    rows.length > 0 ? `<ul>${rows.join('')}</ul>` : `<p>${escapeHtml(t('pages:home.none_yet'))}</p>`;
  const body = `
<h1>${escapeHtml(title)}</h1>
<p>${escapeHtml(t('pages:home.intro'))}</p>
<section><h2>${escapeHtml(t('pages:home.find_us'))}</h2>${list}</section>
<p class="note">${escapeHtml(t('pages:home.never_ask'))}</p>
<p><a href="/privacy">${escapeHtml(t('pages:home.privacy_link'))}</a></p>`;
  return renderPage({ title, language, body, head: verificationTag });
}
