import type { Button } from '../../../message.ts';
import { mayLead } from '../../../ticket/permissions.ts';
import { withoutRelay } from '../../relay/relay-rules.ts';
import type { TicketView } from '../../tickets/ticket-view.ts';
import { memberButton } from '../buttons.ts';
import { type MemberTurn, sayWhatHappened, sayWhyNot } from '../member-context.ts';
import { sayListEmpty } from './lists.ts';

/** *Chuyển*: back to the team, or to the team above. */
export async function askPassTarget(turn: MemberTurn, number: number): Promise<void> {
  const view = await turn.tickets.find(number);
  const isOwn = view?.assigneeId === turn.memberId;
  const isTheirs = isOwn || (view?.assigneeId === null && (await turn.tickets.mayRead(view)));
  if (!view || view.status === 'resolved' || !isTheirs) return sayWhatHappened(turn, number);
  const down = await downButtons(turn, view);
  turn.say(turn.t(down ? 'member:pass_how_office' : 'member:pass_how', { number }), {
    buttons: [
      memberButton(turn.t, isOwn ? 'give_back' : 'decline', {
        number,
        ...(isOwn ? {} : { key: 'give_back' }),
      }),
      memberButton(turn.t, 'pass_up', { number }),
      ...(down ?? []),
    ],
    about: view,
  });
}

/** For those who may decide for others: the nearest other team of the resident's place. Undefined for anybody else. */
async function downButtons(turn: MemberTurn, view: TicketView): Promise<Button[] | undefined> {
  const { t, memberId } = turn;
  const { number, topic, areaId } = view;
  const roster = await turn.tickets.roster();
  if (!mayLead({ roster }, { memberId }, { team_id: view.teamId, topic })) return undefined;
  const teams = roster.tree
    .pathOf(areaId ?? undefined)
    .flatMap((area) =>
      roster.teams.filter((team) => team.areaId === area.areaId && team.closedAt === undefined),
    );
  const team = teams.find(({ teamId }) => teamId !== view.teamId);
  if (!team) return [];
  return [memberButton(t, 'hand_to', { number, data: { team: team.teamId }, values: { team: team.name } })];
}

/** *Trả lại tổ*. @param why as the member typed it; the next assignee reads it */
export async function giveBack(turn: MemberTurn, number: number, why?: string): Promise<void> {
  const result = await turn.tickets.release(number, 'given-back', why);
  if (result.kind !== 'done') return sayWhyNot(turn, number, result);
  turn.remember({ relays: withoutRelay(turn.chat.relays, number) });
  const key = why === undefined ? 'member:passed_back' : 'member:passed_back_why';
  turn.say(turn.t(key, { number, why: why ?? '' }));
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
  turn.remember({ relays: [] });
  if (given.length === 0) return sayListEmpty(turn, 'mine');
  turn.say(turn.t('member:duty.given_back', { numbers: given.join(', ') }));
}
