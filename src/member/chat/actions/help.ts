import { memberButton } from '../buttons.ts';
import type { MemberTurn } from '../member-context.ts';

/** For this long, the member's text answers the bot's follow-up questions. */
const asResidentMs = 30 * 60_000;

/** *Hỏi như người dân*: the next question goes to the bot. */
export function askAsResident(turn: MemberTurn): void {
  turn.remember({ asResident: { next: true, until: turn.now + asResidentMs } });
  turn.say(turn.t('member:ask_away'));
}

/** *Giúp*: what a member can write. */
export function showHelp({ t, say }: MemberTurn): void {
  say(t('member:help'), {
    buttons: [memberButton(t, 'mine'), memberButton(t, 'new'), memberButton(t, 'away_today')],
  });
}
