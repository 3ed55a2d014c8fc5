import { OperatorError } from '../../errors.ts';
import type { Translate } from '../../i18n.ts';
import type { Member } from '../../team/roster/team.ts';
import type { Refusal, TicketResult } from '../../ticket/result.ts';

/** Refusals with a text of their own for members; all others share one line. */
const refusalsWithText: ReadonlySet<Refusal> = new Set([
  'not-yours',
  'not-a-lead',
  'not-in-reach',
  'too-many',
  'resolved',
  'not-waiting-for-it',
  'asks-for-secrets',
  'asks-for-money',
  'nothing-said',
  'needs-done',
  'withdrew-consent',
  'confidential',
]);

/** @throws OperatorError in the words that members read, when the command changed nothing */
export function refuseUnlessDone<T extends object>(
  number: number,
  result: TicketResult<T>,
  t: Translate,
): asserts result is { kind: 'done' } & T {
  if (result.kind === 'taken') throw new OperatorError(`${number} was taken by ${result.by}.`);
  if (result.kind !== 'refused') return;
  if (result.why === 'unknown-ticket') throw new OperatorError(`There is no follow-up ${number}.`);
  if (result.why === 'unknown-team') throw new OperatorError('There is no such open team. See teams:list.');
  const why = refusalsWithText.has(result.why) ? result.why : 'other';
  throw new OperatorError(t(`member:refused.${why}`, { number }));
}

/** @throws OperatorError when it is no number of a follow-up */
export function toNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new OperatorError(`The number of a follow-up is digits; got "${text}".`);
  return Number(text);
}

/** Finds a member by id, or by name when only one member has it. @throws OperatorError */
export function findMember(members: readonly Member[], as: string): Member {
  const byId = members.find(({ memberId }) => memberId === as);
  const byName = members.filter(({ name, removedAt }) => name === as && removedAt === undefined);
  const member = byId ?? byName[0];
  if (!member) throw new OperatorError(`There is no member "${as}". See members:list.`);
  if (!byId && byName.length > 1) {
    throw new OperatorError(`Several members are called "${as}"; give the id. See members:list.`);
  }
  return member;
}
