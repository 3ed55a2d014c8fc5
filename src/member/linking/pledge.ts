import { pledge } from '../../team/roster/link-store.ts';
import { showNew } from '../chat/actions/lists.ts';
import { memberButton } from '../chat/buttons.ts';
import type { MemberTurn } from '../chat/member-context.ts';

/** A member sees no resident's data before they promise to keep it confidential. */
export function askForPledge(turn: MemberTurn, text = turn.t('member:link.pledge_first')): void {
  turn.say(text, { buttons: [memberButton(turn.t, 'pledge')] });
}

/** *Tôi giữ kín thông tin của bà con*. */
export async function acceptPledge(turn: MemberTurn): Promise<void> {
  const { t, trx, now, event } = turn;
  turn.say(t('member:link.pledged', { name: turn.name }), {
    buttons: [memberButton(t, 'mine'), memberButton(t, 'new'), memberButton(t, 'help')],
  });
  const fresh = await turn.tickets.listNew();
  if (fresh.length > 0) await showNew(turn);
  await pledge(trx, { oaId: event.oaId, personId: event.personId, now });
}
