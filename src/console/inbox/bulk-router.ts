import { Router } from 'express';
import type { Translate } from '../../i18n.ts';
import type { Roster } from '../../team/roster/roster.ts';
import type { ConsoleParts } from '../console-parts.ts';
import { createPageHandler, type PageRequest, sendHtml } from '../http/page-request.ts';
import type { Form } from '../http/read-form.ts';
import { renderFrame } from '../layout/page-frame.ts';
import { findSeenTicket } from '../ticket/read-ticket-page.ts';
import { refusalText } from '../ticket/refusal-text.ts';
import { runTicketAction } from '../ticket/ticket-actions.ts';
import { parseInboxQuery, toAddress } from './inbox-query.ts';
import { type BulkLine, choicePrefixes, renderBulkResult, tickPrefix } from './render-bulk.ts';

/** Who gets the ticked tickets. */
interface Receiver {
  action: 'assign' | 'transfer';
  /** As the form of a single ticket names it. */
  fields: ReadonlyMap<string, string>;
  name: string;
}

/** `POST /console/bulk`: assigns the ticked tickets, each as the form of its own page would. */
export function createBulkRouter(parts: ConsoleParts): Router {
  const { db, roster: source, url, assets, office } = parts;
  const base = new URL(url).pathname;
  const router = Router();
  router.get('/', (_request, response) => response.redirect(303, base));
  router.post(
    '/',
    createPageHandler(parts, async (page) => {
      const { response, viewer, form, t } = page;
      const receiver = receiverOf(form.fields.get('to') ?? '', await source.load(db));
      const lines: BulkLine[] = [];
      // One after another: each is a transaction of its own, and a refused one must not stop the others.
      for (const number of tickedNumbers(form)) lines.push(await give(number, receiver, page));
      const back = toAddress(base, parseInboxQuery(new URLSearchParams(form.fields.get('query'))));
      const body = renderBulkResult(lines, { t, base, back });
      const title = t('console:bulk.title');
      const isDone = lines.some((line) => line.isDone);
      const frame = renderFrame({ t, assets, base, office, title, viewer, body });
      await sendHtml(response, frame, isDone ? 200 : 409);
    }),
  );

  async function give(number: number, receiver: Receiver | undefined, page: PageRequest): Promise<BulkLine> {
    const { viewer, t, now } = page;
    const line = (isDone: boolean, text: string) => ({ number, isDone, text });
    if (!receiver) return line(false, t('console:bulk.nobody'));
    if (!(await findSeenTicket(parts, number, page))) return line(false, t('console:message.not_found_text'));
    const form = { fields: receiver.fields, file: undefined };
    const result = await runTicketAction(parts, receiver.action, { number, viewer, form, now });
    if (result.kind === 'done') return line(true, doneText(receiver, t));
    return line(false, refusalText(result, { t, now, number }));
  }

  return router;
}

function doneText({ action, name }: Receiver, t: Translate): string {
  return t(`console:bulk.done.${action}`, { name });
}

/** @returns undefined when nobody known was chosen */
function receiverOf(choice: string, roster: Roster): Receiver | undefined {
  const { member: memberPrefix, team: teamPrefix } = choicePrefixes;
  if (choice.startsWith(memberPrefix)) {
    const member = roster.findMember(choice.slice(memberPrefix.length));
    return member && { action: 'assign', fields: new Map([['member', member.memberId]]), name: member.name };
  }
  const team = choice.startsWith(teamPrefix) ? roster.findTeam(choice.slice(teamPrefix.length)) : undefined;
  return team && { action: 'transfer', fields: new Map([['team', team.teamId]]), name: team.name };
}

function tickedNumbers({ fields }: Form): number[] {
  return [...fields.keys()].flatMap((name) => {
    const number = Number(name.slice(tickPrefix.length));
    return name.startsWith(tickPrefix) && Number.isSafeInteger(number) && number > 0 ? number : [];
  });
}
