import { withRelay } from '../../relay/relay-rules.ts';
import type { TicketView } from '../../tickets/ticket-view.ts';
import { memberButton } from '../buttons.ts';
import { type MemberTurn, sayWhyNot } from '../member-context.ts';
import { lineOf, sayListEmpty, showNew } from './lists.ts';

const maxAtOnce = 5;

/** *Nhận 105 109*: each like a single one; one message lists what the member has now. */
export async function claimSeveral(turn: MemberTurn, numbers: readonly number[]): Promise<void> {
  const claimed: TicketView[] = [];
  for (const number of numbers.slice(0, maxAtOnce)) {
    const result = await turn.tickets.claim(number);
    if (result.kind !== 'done') await sayWhyNot(turn, number, result);
    const view = result.kind === 'done' ? await turn.tickets.find(number) : undefined;
    if (!view) continue;
    turn.remember({ relays: withRelay(turn.chat.relays, { ticket: number }) });
    claimed.push(view);
  }
  if (claimed.length === 0) return;
  const { t } = turn;
  const lines = claimed.map((view, at) => lineOf(turn, view, at + 1));
  turn.say(
    [t('member:claimed_several', { count: claimed.length }), ...lines, t('member:list.pick')].join('\n'),
    {
      choices: claimed.map(({ number }) => memberButton(t, 'details', { number })),
      buttons: [memberButton(t, 'mine')],
    },
  );
}

/** *Nhận cả*: the tickets that the member is asked about, or the new ones if they are few. */
export async function claimAll(turn: MemberTurn): Promise<void> {
  const fresh = await turn.tickets.listNew();
  if (fresh.length === 0) return sayListEmpty(turn, 'new');
  const offered = fresh.filter(({ isOffered }) => isOffered);
  const meant = offered.length > 0 ? offered : fresh;
  if (meant.length > maxAtOnce) return showNew(turn);
  await claimSeveral(
    turn,
    meant.map(({ number }) => number),
  );
}
