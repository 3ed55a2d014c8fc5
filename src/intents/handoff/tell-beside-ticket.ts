import type { AddedMessages } from '../../ticket/resident-ticket-types.ts';
import type { OpenContext } from '../flow/bot-context.ts';

/**
 * Tells a resident with an open ticket, below the bot's answer, whether their message went to the ticket too; that the
 * ticket goes on beside the answers is told once for each ticket.
 */
export async function tellBesideTicket(open: OpenContext, { ticket, isAdded }: AddedMessages): Promise<void> {
  const { ctx, drafts } = open;
  const last = drafts.findLast(({ content }) => content.kind === 'text');
  if (ticket.status === 'resolved' || last?.outcome !== 'answer' || last.content.kind !== 'text') return;
  const line = isAdded ? 'handoff.added_too' : besideLine(open, ticket.isClaimed);
  if (isAdded) ctx.unmark('question-asked');
  if (!line) return;
  const own = (await ctx.tickets.listOpen()).find(({ number }) => number === ticket.number);
  const who = own?.member ?? own?.team ?? ctx.t('handoff.no_team');
  last.content = {
    ...last.content,
    text: `${last.content.text}\n\n${ctx.t(line, { number: ticket.number, who })}`,
  };
}

function besideLine({ ctx }: OpenContext, isClaimed: boolean): string | undefined {
  const { ticket = 0, 'ticket-beside-told': told = -1 } = ctx.state.lastAt;
  if (told >= ticket && !isClaimed) return undefined;
  ctx.mark('ticket-beside-told');
  return 'handoff.beside';
}
