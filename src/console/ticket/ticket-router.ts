import { Router } from 'express';
import type { TicketView } from '../../member/tickets/ticket-view.ts';
import type { ConsoleParts } from '../console-parts.ts';
import { addCorrection } from '../corrections/correction-store.ts';
import { createPageHandler, type PageRequest, sendHtml } from '../http/page-request.ts';
import { sendMessagePage } from '../http/send-message-page.ts';
import { renderFrame } from '../layout/page-frame.ts';
import type { Changes } from '../live/changes.ts';
import type { LivePages } from '../live/live-pages.ts';
import { findSeenTicket, readTicketPage } from './read-ticket-page.ts';
import { refusalText } from './refusal-text.ts';
import { renderTicket, type TicketPage } from './render-ticket.ts';
import { sendAnswer, undoAnswer } from './send-answer.ts';
import { sendResidentPicture } from './send-resident-picture.ts';
import { revealPhone, runTicketAction, ticketActions } from './ticket-actions.ts';

interface TicketRoutes {
  parts: ConsoleParts;
  live: LivePages;
  changes: Changes;
}

/** A request about a ticket that the viewer sees. */
interface TicketRequest extends PageRequest {
  view: TicketView;
}

type Shown = Partial<Pick<TicketPage, 'notice' | 'typed' | 'shownPhone'>> & { status?: number };

/** `/console/tickets/:number`: the page of a ticket, and what its forms order. */
export function createTicketRouter({ parts, live, changes }: TicketRoutes): Router {
  const { url, assets, office, topicTitle, canned, suggest } = parts;
  const base = new URL(url).pathname;
  const router = Router();

  /** Anything about a ticket out of sight is not found. */
  const onTicket = (handle: (ticket: TicketRequest) => Promise<void>) =>
    createPageHandler(parts, async (page) => {
      const view = await findSeenTicket(parts, Number(page.request.params.number), page);
      if (!view) return sendMessagePage(parts, page.response, { status: 404, key: 'not_found' });
      await handle({ ...page, view });
    });

  router.get(
    '/:number',
    onTicket(async (ticket) => {
      const { request, t } = ticket;
      const query = new URL(request.originalUrl, url).searchParams;
      const said = ticketWords.find((name) => name === query.get('said'));
      await show(ticket, {
        ...(said && { notice: { text: t(`console:said.${said}`), isRefusal: false } }),
        typed: await pickedWords(ticket, query),
      });
    }),
  );

  router.get(
    '/:number/media/:event/:place',
    onTicket(({ request, response, view }) =>
      sendResidentPicture(parts, response, {
        view,
        eventId: Number(request.params.event),
        place: Number(request.params.place),
      }),
    ),
  );

  router.post(
    '/:number/answer',
    onTicket(async (ticket) => {
      const { view, viewer, form, now, t } = ticket;
      const text = form.fields.get('text')?.trim() ?? '';
      const waits = form.fields.get('waits') === 'yes';
      const request = { view, memberId: viewer.memberId, text, waits, photo: form.file, now };
      const result = await sendAnswer(parts, request);
      if (result.kind === 'done') return toPage(ticket, 'answer');
      const refusal =
        result.kind === 'photo'
          ? t(`console:answer.photo_${result.why}`)
          : refusalText(result, { t, now, number: view.number });
      await refuse(ticket, refusal, { typed: text });
    }),
  );

  router.post(
    '/:number/undo',
    onTicket(async (ticket) => {
      const { view, viewer, form, now, t } = ticket;
      const turnId = Number(form.fields.get('turn'));
      const isOwn = view.assigneeId === viewer.memberId && turnId < 0;
      const request = { view, memberId: viewer.memberId, turnId, now };
      const words = isOwn ? await undoAnswer(parts, request) : undefined;
      if (words === undefined) return refuse(ticket, t('console:talk.too_late'));
      await show(ticket, { notice: { text: t('console:talk.undone'), isRefusal: false }, typed: words });
    }),
  );

  router.post(
    '/:number/phone',
    onTicket(async (ticket) => {
      const { view, viewer, now, t } = ticket;
      const result = await revealPhone(parts, { number: view.number, viewer, now });
      if (result.kind !== 'done') return refuse(ticket, refusalText(result, { t, now, number: view.number }));
      const phone = view.phone === null ? undefined : parts.sealer.open(view.phone).replace(/^84/, '0');
      await show(ticket, { shownPhone: phone });
    }),
  );

  router.post(
    '/:number/correct',
    onTicket(async (ticket) => {
      const { view, viewer, form, now, t } = ticket;
      const text = form.fields.get('text')?.trim() ?? '';
      const messageId = Number(form.fields.get('message'));
      const { id: ticketId, conversationId } = view;
      const correction = { ticketId, conversationId, messageId, memberId: viewer.memberId, text, now };
      const isKept =
        text !== '' && Number.isSafeInteger(messageId) && (await addCorrection(parts.db, correction));
      if (!isKept) return refuse(ticket, t('console:refused.other', { number: view.number }));
      await toPage(ticket, 'correct');
    }),
  );

  for (const action of ticketActions) {
    router.post(
      `/:number/${action}`,
      onTicket(async (ticket) => {
        const { view, viewer, form, now, t } = ticket;
        const { number } = view;
        const result = await runTicketAction(parts, action, { number, viewer, form, now });
        if (result.kind === 'done') return toPage(ticket, action);
        await refuse(ticket, refusalText(result, { t, now, number }));
      }),
    );
  }

  /** The words of the canned reply or suggestion that the member picked. */
  async function pickedWords({ view, now }: TicketRequest, query: URLSearchParams): Promise<string> {
    const [reply, suggestion] = [query.get('canned'), query.get('suggestion')];
    if (suggestion !== null)
      return suggest(view.question, now).find(({ id }) => id === suggestion)?.text ?? '';
    if (reply === null) return '';
    const team = (await parts.roster.load(parts.db)).findTeam(view.teamId)?.name;
    return canned.find(reply, { ...view, team }, now)?.text ?? '';
  }

  /** Back to the ticket, or to the inbox when the ticket has gone out of sight. */
  async function toPage(ticket: TicketRequest, said: string): Promise<void> {
    const { number } = ticket.view;
    const isSeen = (await findSeenTicket(parts, number, ticket)) !== undefined;
    ticket.response.redirect(
      303,
      isSeen ? `${base}/tickets/${number}?said=${said}${said === 'answer' ? '#answer' : ''}` : base,
    );
  }

  /** Shows the ticket as it is now, with the reason; what was typed stays in the box. */
  async function refuse(ticket: TicketRequest, text: string, more: Shown = {}): Promise<void> {
    await show(ticket, { status: 409, notice: { text, isRefusal: true }, ...more });
  }

  async function show(ticket: TicketRequest, { status = 200, ...shown }: Shown): Promise<void> {
    const { response, viewer, t, now } = ticket;
    // Read again: the command that was ordered may have changed it, and may have taken it out of sight.
    const view = (await findSeenTicket(parts, ticket.view.number, ticket)) ?? ticket.view;
    const content = await readTicketPage(parts, view, ticket);
    const page = `${base}/tickets/${view.number}`;
    const body = renderTicket(content, {
      t,
      now,
      base,
      page,
      formToken: viewer.formToken,
      topicTitle,
      others: live.presence.othersAt(view.number, viewer.memberId),
      notice: undefined,
      typed: '',
      shownPhone: undefined,
      ...shown,
    });
    const since = await changes.version();
    const frame = { t, assets, base, office, viewer, body, kind: 'wide' };
    const stream = { page, changes: `${base}/changes?ticket=${view.number}&since=${since}` };
    const title = t('console:ticket.number', { number: view.number });
    await sendHtml(response, renderFrame({ ...frame, title, live: stream }), status);
  }

  return router;
}

/** What a page can say after an action. */
const ticketWords = [...ticketActions, 'answer', 'correct'];
