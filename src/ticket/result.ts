/** Why a command was refused. The texts are `operator:refused.<why>`. */
export type Refusal =
  | 'unknown-ticket'
  | 'unknown-member'
  | 'unknown-team'
  | 'not-yours'
  | 'not-a-lead'
  /** The member is in no team that may get the ticket from the caller. */
  | 'not-in-reach'
  | 'too-many'
  | 'resolved'
  | 'not-waiting-for-it'
  | 'asks-for-secrets'
  | 'asks-for-money'
  | 'nothing-said'
  | 'needs-done'
  | 'other-resident'
  | 'withdrew-consent'
  | 'nobody-above'
  | 'confidential';

/** Result of a command. `taken`: another member was first. */
export type TicketResult<T extends object = object> =
  | ({ kind: 'done' } & T)
  | { kind: 'taken'; by: string; at: number }
  | { kind: 'refused'; why: Refusal };

export function refused(why: Refusal): { kind: 'refused'; why: Refusal } {
  return { kind: 'refused', why };
}
