import { escapeHtml } from '../../src/escape-html.ts';
import type { Oa } from './people-store.ts';

export interface ConsentRequest {
  appId: string;
  redirectUri: string;
  codeChallenge: string;
  state: string;
}

/** The page on which the administrator of an OA lets the app act for it. */
export function renderConsentPage(request: ConsentRequest, oas: Iterable<Oa>): string {
  const choices = [...oas].map(
    ({ oaId, name }, index) =>
      `<p><label><input type="radio" name="oa_id" value="${escapeHtml(oaId)}"${
        index === 0 ? ' checked' : ''
      }> ${escapeHtml(name)} (${escapeHtml(oaId)})</label></p>`,
  );
  const hidden = Object.entries({
    app_id: request.appId,
    redirect_uri: request.redirectUri,
    code_challenge: request.codeChallenge,
    state: request.state,
  }).map(([name, value]) => `<input type="hidden" name="${name}" value="${escapeHtml(value)}">`);
  return renderPage(
    'Zalo simulator: permission for an app',
    `<p>The app ${escapeHtml(request.appId)} asks to send messages and to read events for:</p>
<form method="post">${hidden.join('')}${choices.join('')}<button>Allow</button></form>`,
  );
}

export function renderConsentError(code: number, reason: string): string {
  return renderPage('Zalo simulator: permission refused', `<p>error_code=${code}: ${escapeHtml(reason)}</p>`);
}

function renderPage(title: string, content: string): string {
  return `<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${title}</title><body><main><h1>${title}</h1>${content}</main></body></html>`;
}
