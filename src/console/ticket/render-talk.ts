import { html } from 'hono/html';
import { formatTimestamp } from '../../calendar/spoken-time.ts';
import type { Translate } from '../../i18n.ts';
import type { TicketView } from '../../member/tickets/ticket-view.ts';
import { formTokenField } from '../http/form-token.ts';
import type { Html } from '../layout/html.ts';
import type { TalkMessage } from './read-talk.ts';

interface TalkParts {
  t: Translate;
  now: number;
  base: string;
  formToken: string;
  view: TicketView;
  /** How the resident is called. */
  who: string;
  isOwn: boolean;
}

/** The talk as bubbles: the resident's on the left, ours on the right, the bot's marked. */
export function renderTalk(talk: readonly TalkMessage[], parts: TalkParts): Html {
  const { t } = parts;
  if (talk.length === 0) return html`<p class="empty">${t('console:talk.none')}</p>`;
  return html`<ol class="talk" aria-label="${t('console:talk.title')}">${talk.map((message) => renderBubble(message, parts))}</ol>`;
}

function renderBubble(message: TalkMessage, parts: TalkParts): Html {
  const { t, now, who } = parts;
  const { from, text, at } = message;
  const by = from === 'resident' ? who : t(`console:talk.from.${from}`);
  return html`<li class="bubble ${from}">
<span class="by">${by}</span>
${text ? renderText(message, parts) : ''}
${message.attachments.map((one, place) => renderAttachment(one, { message, place, parts }))}
${message.isBotAnswer ? renderCorrect(message, parts) : ''}
<span class="meta"><time>${formatTimestamp(at, now, t)}</time>${renderDelivery(message, parts)}</span>
</li>`;
}

const shortText = 140;

/** What the assistant said is long, and the member has seldom to read all of it. */
function renderText({ from, text }: TalkMessage, { t }: TalkParts): Html {
  if (from !== 'bot' || text.length <= shortText) return html`<p>${text}</p>`;
  const first = text.split('\n')[0];
  return html`<details><summary><span class="first">${first}</span><span class="less">${t('console:talk.less')}</span></summary><p>${text}</p></details>`;
}

function renderCorrect({ id }: TalkMessage, { t, base, formToken, view }: TalkParts): Html {
  return html`<details class="correct"><summary>${t('console:corrections.correct')}</summary>
<form method="post" action="${base}/tickets/${view.number}/correct" class="action">
<input type="hidden" name="${formTokenField}" value="${formToken}"><input type="hidden" name="message" value="${id}">
<label><span>${t('console:corrections.should')}</span><textarea name="text" rows="2" maxlength="2000" required></textarea></label>
<button>${t('console:corrections.save')}</button></form></details>`;
}

interface AttachmentPlace {
  message: TalkMessage;
  place: number;
  parts: TalkParts;
}

function renderAttachment(
  { kind, url, name }: TalkMessage['attachments'][number],
  { message, place, parts: { t, base, view } }: AttachmentPlace,
): Html {
  const label = t(`member:resident.kinds.${kind}`);
  const isPicture = (kind === 'image' || kind === 'gif') && url !== undefined && message.from === 'resident';
  if (!isPicture) return html`<p class="file">[${name ? `${label}: ${name}` : label}]</p>`;
  const source = `${base}/tickets/${view.number}/media/${message.id}/${place}`;
  return html`<a href="${source}" target="_blank"><img src="${source}" alt="${label}" loading="lazy" width="240" height="240"></a>`;
}

function renderDelivery({ delivery, turnId }: TalkMessage, parts: TalkParts): Html | '' {
  const { t, now, base, formToken, view, isOwn } = parts;
  if (!delivery) return '';
  const { state, leavesAt } = delivery;
  const canUndo = isOwn && turnId !== undefined && turnId < 0 && leavesAt !== undefined && leavesAt > now;
  if (!canUndo) return html` · <span class="delivery ${state}">${t(`console:delivery.${state}`)}</span>`;
  const seconds = Math.ceil((leavesAt - now) / 1000);
  return html` · <span>${t('console:talk.leaves', { seconds })}</span>
<form method="post" action="${base}/tickets/${view.number}/undo" class="inline">
<input type="hidden" name="${formTokenField}" value="${formToken}">
<input type="hidden" name="turn" value="${turnId}"><button class="small">${t('console:talk.undo')}</button></form>`;
}
