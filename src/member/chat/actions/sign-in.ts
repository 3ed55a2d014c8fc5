import { type AuditAction, recordAudit } from '../../../audit/audit-log.ts';
import { formatTimestamp } from '../../../calendar/spoken-time.ts';
import { countWrongAttempt, forgetWrongAttempts, lockedUntil } from '../../linking/link-attempts.ts';
import { answerSignIn, createSignInLink, findByCode } from '../../sign-in/sign-in-store.ts';
import { memberButton } from '../buttons.ts';
import type { MemberTurn } from '../member-context.ts';

/** The member sent the code of a browser that waits: the bot asks whether it is theirs. */
export async function askWhoSignsIn(turn: MemberTurn, code: string): Promise<void> {
  const { t, trx, event, now } = turn;
  const until = await lockedUntil(trx, event, now);
  if (until !== undefined) return sayLocked(turn, until);
  const asked = await findByCode(trx, { code, now });
  if (!asked) {
    const lock = await countWrongAttempt(trx, event, now);
    await note(turn, lock === undefined ? 'sign-in-failed' : 'locked');
    return lock === undefined ? turn.say(t('member:sign_in.wrong')) : sayLocked(turn, lock);
  }
  await forgetWrongAttempts(trx, event);
  const data = { signIn: String(asked.id) };
  turn.say(
    t('member:sign_in.ask', {
      device: asked.device,
      clock: formatTimestamp(asked.requestedAt, now, t),
    }),
    { buttons: [memberButton(t, 'sign_in_yes', { data }), memberButton(t, 'sign_in_no', { data })] },
  );
}

/** *Đúng là tôi* and *Không phải tôi*. */
export async function answerWhoSignsIn(
  turn: MemberTurn,
  { signIn }: Record<string, string>,
  isMine: boolean,
): Promise<void> {
  const { t, trx, memberId, now } = turn;
  const isInTime = await answerSignIn(trx, { id: Number(signIn), memberId, isMine, now });
  if (!isInTime) return turn.say(t('member:sign_in.too_late'));
  if (!isMine) await note(turn, 'sign-in-refused');
  turn.say(t(isMine ? 'member:sign_in.confirmed' : 'member:sign_in.refused'));
}

/** The word *web*: a one-time link to the console. */
export async function sendConsoleLink(turn: MemberTurn): Promise<void> {
  const { t, trx, memberId, now, consoleUrl } = turn;
  if (consoleUrl === undefined) return turn.say(t('member:sign_in.no_console'));
  const token = await createSignInLink(trx, { memberId, now });
  turn.say(t('member:sign_in.link'), {
    buttons: [
      { kind: 'open-url', title: t('member:buttons.open_console'), url: `${consoleUrl}/link/${token}` },
    ],
  });
}

function note({ trx, memberId, now }: MemberTurn, action: AuditAction): Promise<void> {
  return recordAudit(trx, { actor: { kind: 'member', id: memberId }, action, now });
}

function sayLocked({ t, now, say }: MemberTurn, until: number): void {
  say(t('member:sign_in.locked', { clock: formatTimestamp(until, now, t) }));
}
