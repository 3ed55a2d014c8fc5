import type { Response } from 'express';
import { html } from 'hono/html';
import type { ConsoleParts } from '../console-parts.ts';
import { renderFrame } from '../layout/page-frame.ts';
import { sendHtml } from './page-request.ts';

interface MessagePage {
  status: number;
  /** Key under `console:message`; the text below it has `_text` at its end. */
  key: string;
}

/** A page with one message, and a way back. */
export async function sendMessagePage(
  { words, assets, office, url }: ConsoleParts,
  response: Response,
  { status, key }: MessagePage,
): Promise<void> {
  const t = words.in('vi');
  const base = new URL(url).pathname;
  const title = t(`console:message.${key}`);
  const body = html`<section class="card narrow"><h1>${title}</h1>
<p>${t(`console:message.${key}_text`)}</p>
<p><a class="button" href="${base}">${t('console:message.back')}</a></p></section>`;
  await sendHtml(response, renderFrame({ t, assets, base, office, title, body }), status);
}
