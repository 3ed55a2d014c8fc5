import { escapeHtml } from '../escape-html.ts';

interface PageParts {
  title: string;
  language: string;
  /** HTML, already escaped. */
  body: string;
  /** More tags for the head, as HTML. */
  head?: string;
}

/** A whole page, readable on a small phone, without scripts or external resources. */
export function renderPage({ title, language, body, head = '' }: PageParts): string {
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<title>${escapeHtml(title)}</title>
${head}
<style>${style}</style>
</head>
<body><main>${body}</main></body>
</html>`;
}

const style = `
:root { color-scheme: light dark; --ink: #17212b; --soft: #51606e; --paper: #fff; --ground: #eef2f7; --accent: #0b57c2; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e8edf2; --soft: #a9b6c2; --paper: #1b232b; --ground: #11171d; --accent: #8ab8ff; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 1.125rem/1.6 system-ui, sans-serif; }
main { max-width: 40rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; }
section, .card { background: var(--paper); border-radius: 1rem; padding: 1.25rem; margin: 1rem 0; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0.5rem 0 1rem; }
h2 { font-size: 1.15rem; margin: 0 0 0.4rem; }
p { margin: 0.4rem 0; }
ul { list-style: none; margin: 0; padding: 0; }
li + li { margin-top: 0.75rem; }
a { color: var(--accent); }
.oa { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: 0.75rem; }
.button { display: inline-block; background: #0b57c2; color: #fff; padding: 0.6rem 1.1rem; border-radius: 2rem; text-decoration: none; font-weight: 600; }
.note { color: var(--soft); }
`;
