import { escapeHtml } from '../../../src/escape-html.ts';
import type { PageWords } from './page-words.ts';

const styles = ['base', 'phone', 'chat', 'trays', 'panel'];

/** The empty page: its head, its landmarks and all its texts; the client modules fill it. */
export function renderPhonePage(words: PageWords): string {
  const {
    title,
    heading,
    no_script: noScript,
    loading,
  } = words.page as Record<'title' | 'heading' | 'no_script' | 'loading', string>;
  const links = styles.map((name) => `<link rel="stylesheet" href="phone/styles/${name}.css">`).join('\n');
  return `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover, interactive-widget=resizes-content">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(title)}</title>
<link rel="icon" href="phone/icon.svg" type="image/svg+xml">
${links}
<script type="application/json" id="words">${jsonForHtml(words)}</script>
<script src="phone/early-theme.js"></script>
<script type="module" src="phone/main.js"></script>
</head>
<body>
<main class="stage">
<h1 class="hidden-visually">${escapeHtml(heading)}</h1>
<div id="phone" class="phone"><p class="starting">${escapeHtml(loading)}</p></div>
</main>
<aside id="panel" class="panel" aria-labelledby="panel-title"></aside>
<noscript><p>${escapeHtml(noScript)}</p></noscript>
</body>
</html>
`;
}

/** JSON that cannot end its enclosing script element. */
function jsonForHtml(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}
