import { formatDate } from '../../calendar/spoken-time.ts';
import { escapeHtml } from '../../escape-html.ts';
import type { Translate } from '../../i18n.ts';
import { printCode } from './invite-code.ts';
import { qrCode } from './qr-code.ts';

/** One member's invitation, for print. */
export interface Invitation {
  name: string;
  teams: string[];
  oaId: string;
  oaName: string;
  code: string;
  /** Epoch ms. */
  expiresAt: number;
}

/** Pages to print, one per member: a QR code of the chat, and the code to type there. */
export function renderInvitations(invitations: readonly Invitation[], t: Translate): string {
  return `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<title>${escapeHtml(t('member:sheet.title'))}</title>
<style>${style}</style>
</head>
<body>
${invitations.map((invitation) => pageOf(invitation, t)).join('\n')}
</body>
</html>
`;
}

function pageOf({ name, teams, oaId, oaName, code, expiresAt }: Invitation, t: Translate): string {
  const link = `https://zalo.me/${oaId}`;
  const say = (key: string, values?: Record<string, string>) => escapeHtml(t(`member:sheet.${key}`, values));
  return `<main>
<h1>${say('heading', { name })}</h1>
<p>${say('teams', { teams: teams.join(', ') })}</p>
<ol>
<li>${say('scan', { oa: oaName })}
<div class="code">${qrCode(link)}</div>
<p class="link">${escapeHtml(link)}</p></li>
<li>${say('write')}
<p class="secret">${escapeHtml(printCode(code))}</p></li>
<li>${say('pledge')}</li>
</ol>
<p>${say('once', { day: formatDate(expiresAt) })}</p>
<p>${say('keep')}</p>
</main>`;
}

const style = `
* { box-sizing: border-box; }
body { margin: 0; color: #000; background: #fff; font: 14pt/1.5 system-ui, "Segoe UI", Roboto, sans-serif; }
main { max-width: 17cm; margin: 0 auto; padding: 1.5cm 1cm; break-after: page; }
main:last-child { break-after: auto; }
h1 { font-size: 22pt; line-height: 1.2; margin: 0 0 0.3cm; }
ol { padding-left: 0.8cm; }
li { margin: 0.5cm 0; break-inside: avoid; }
.code svg { width: 6cm; height: 6cm; display: block; margin: 0.2cm 0; }
.link { font-size: 12pt; margin: 0; }
.secret { font: 700 30pt/1.3 ui-monospace, "Courier New", monospace; letter-spacing: 0.1em; margin: 0.2cm 0; }
@page { size: A4; margin: 1cm; }
`;
