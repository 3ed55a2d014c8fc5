import { withoutRelay } from '../../relay/relay-rules.ts';
import { memberButton } from '../buttons.ts';
import { type MemberTurn, sayWhatHappened, sayWhyNot } from '../member-context.ts';
import { sayListEmpty } from './lists.ts';

/** *Chuyển*: back to the team, or to the team above. */
export async function askPassTarget(turn: MemberTurn, number: number): Promise<void> {
  const view = await turn.tickets.find(number);
  const isOwn = view?.assigneeId === turn.memberId;
  const isTheirs = isOwn || (view?.assigneeId === null && (await turn.tickets.mayRead(view)));
  if (!view || view.status === 'resolved' || !isTheirs) return sayWhatHappened(turn, number);
  turn.say(turn.t('member:pass_how', { number }), {
    buttons: [
      memberButton(turn.t, isOwn ? 'give_back' : 'decline', {
        number,
        ...(isOwn ? {} : { key: 'give_back' }),
      }),
      memberButton(turn.t, 'pass_up', { number }),
    ],
    about: view,
  });
}

export async function giveBack(turn: MemberTurn, number: number): Promise<void> {
  const result = await turn.tickets.release(number, 'given-back');
  if (result.kind !== 'done') return sayWhyNot(turn, number, result);
  turn.remember({ relays: withoutRelay(turn.chat.relays, number) });
  turn.say(turn.t('member:passed_back', { number }));
}

export async function passUp(turn: MemberTurn, number: number): Promise<void> {
  const result = await turn.tickets.passUp(number);
  if (result.kind !== 'done') return sayWhyNot(turn, number, result);
  turn.remember({ relays: withoutRelay(turn.chat.relays, number) });
  const view = await turn.tickets.find(number);
  const team = (await turn.tickets.roster()).findTeam(view?.teamId ?? null)?.name ?? '';
  turn.say(turn.t('member:passed_up', { number, team }));
}

/** *Không nhận được*: other members get the offer; the member's own ticket goes back to the team. */
export async function decline(turn: MemberTurn, number: number): Promise<void> {
  const result = await turn.tickets.decline(number);
  if (result.kind !== 'done') return sayWhyNot(turn, number, result);
  turn.remember({ relays: withoutRelay(turn.chat.relays, number) });
  turn.say(turn.t('member:declined', { number }));
}

/** Before going off duty, the member releases every open ticket. */
export async function giveBackAll(turn: MemberTurn): Promise<void> {
  const given: number[] = [];
  for (const { number } of await turn.tickets.listOwn()) {
    const result = await turn.tickets.release(number, 'away');
    if (result.kind === 'done') given.push(number);
  }
  turn.remember({ relays: [], pendingReply: undefined });
  if (given.length === 0) return sayListEmpty(turn, 'mine');
  turn.say(turn.t('member:duty.given_back', { numbers: given.join(', ') }));
}
