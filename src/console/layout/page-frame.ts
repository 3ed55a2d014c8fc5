import { html } from 'hono/html';
import type { Translate } from '../../i18n.ts';
import type { Viewer } from '../access/viewer.ts';
import type { AssetName, Assets } from '../http/assets.ts';
import type { Html } from './html.ts';
import { renderKeysHelp } from './keys-help.ts';

interface PageParts {
  t: Translate;
  assets: Assets;
  /** Path of the console within the site, `/console`. */
  base: string;
  office: string;
  title: string;
  /** Undefined before sign-in. */
  viewer?: Viewer | undefined;
  /** What `<main>` holds. */
  body: Html;
  /** A class for `<main>`. */
  kind?: string;
  /** Keeps the page in step with the database: the address of this page, and of its stream of changes. */
  live?: { page: string; changes: string } | undefined;
  /** Scripts that only this page needs. */
  scripts?: readonly AssetName[] | undefined;
  /** The same, for scripts that are modules. */
  modules?: readonly AssetName[] | undefined;
  /** Loads the page again where scripts are off. */
  refreshSeconds?: number;
}

const htmxSettings = JSON.stringify({ includeIndicatorCSS: false, history: false, extensions: 'sse' });

/** A whole page of the console. */
export function renderFrame(parts: PageParts): Html {
  const {
    t,
    assets,
    base,
    title,
    viewer,
    body,
    kind = '',
    live,
    scripts = [],
    modules = [],
    refreshSeconds,
  } = parts;
  return html`<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="htmx-config" content="${htmxSettings}">
<title>${title}</title>
<link rel="stylesheet" href="${assets.urlOf('console.css')}">
<link rel="manifest" href="${base}/manifest.webmanifest">
<meta name="theme-color" media="(prefers-color-scheme: light)" content="#ffffff">
<meta name="theme-color" media="(prefers-color-scheme: dark)" content="#1b232b">
<link rel="icon" href="${assets.urlOf('icon.svg')}" type="image/svg+xml">
<script src="${assets.urlOf('htmx.js')}" defer></script>
${
  viewer
    ? html`<script src="${assets.urlOf('keys.js')}" type="module"></script>
<script src="${assets.urlOf('push.js')}" type="module"></script>`
    : ''
}
${modules.map((name) => html`<script src="${assets.urlOf(name)}" type="module"></script>`)}
${scripts.map((name) => html`<script src="${assets.urlOf(name)}" defer></script>`)}
${refreshSeconds === undefined ? '' : html`<noscript><meta http-equiv="refresh" content="${refreshSeconds}"></noscript>`}
</head>
<body>
<a class="skip" href="#main">${t('console:frame.skip')}</a>
${viewer ? renderHeader({ ...parts, viewer }) : ''}
<main id="main" class="${kind}">${body}</main>
${viewer ? renderKeysHelp(t) : ''}
${live ? renderLive(live) : ''}
</body>
</html>`;
}

function renderHeader({ t, base, office, viewer }: PageParts & { viewer: Viewer }): Html {
  return html`<header class="bar">
<a class="home" href="${base}">${t('console:frame.home')}<small>${office}</small></a>
<nav aria-label="${t('console:frame.menu')}">
${viewer.manages.size > 0 ? html`<a class="item" href="${base}/manage">${t('console:frame.manage')}</a>` : ''}
<a class="item" href="${base}/team">${t('console:frame.team')}</a>
<a class="item" href="${base}/account">${viewer.name}</a>
</nav>
</header>${renderBroken({ base, viewer, t })}`;
}

/** A red line on every page while an OA is broken; who may act is led to the page where to. */
function renderBroken({ base, viewer, t }: Pick<PageParts, 'base' | 't'> & { viewer: Viewer }): Html | '' {
  if (viewer.broken.length === 0) return '';
  const link = html` <a href="${base}/zalo">${t('console:frame.look')}</a>`;
  return html`<div class="broken" role="alert">${viewer.broken.map((line) => html`<p>${line}</p>`)}${viewer.manages.has('zalo') ? link : ''}</div>`;
}

/**
 * Outside `<main>`, so that it stays when `<main>` is replaced. The stream only says that something changed; the page is
 * then asked for again and merged into the one that is shown, so that typed words and the focus stay.
 */
function renderLive({ page, changes }: { page: string; changes: string }): Html {
  return html`<div id="live" hidden hx-sse:connect="${changes}">
<div hx-get="${page}" hx-trigger="changed from:#live" hx-target="#main" hx-select="#main" hx-swap="outerMorph"></div>
</div>`;
}
