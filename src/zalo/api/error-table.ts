import type { RefusalReason } from '../../conversation/message-sender.ts';

/**
 * What to do about an error number of Zalo's OpenAPI:
 * - `refresh`: the access token is dead; refresh it and call once more
 * - `next-minute`: a limit of calls per minute is reached
 * - `back-off`: try again a little later
 * - `morning`: not allowed at night; try again at 06:00
 * - `operator`: configuration, consent or package; nothing works until a person acts
 * - a refusal reason: never try this message again
 */
export type ErrorAction = 'refresh' | 'next-minute' | 'back-off' | 'morning' | 'operator' | RefusalReason;

/** Error numbers from Zalo's documentation and from traffic. HTTP statuses are in it too, as positive numbers. */
const actionByCode: Readonly<Record<number, ErrorAction>> = {
  [-32]: 'next-minute',
  429: 'next-minute',

  [-124]: 'refresh',
  [-216]: 'refresh',
  [-220]: 'refresh',
  [-401]: 'refresh',
  216: 'refresh',
  401: 'refresh',

  /** Sending failed, no reason given. */
  [-200]: 'back-off',
  [-214]: 'back-off',
  [-133]: 'back-off',
  [-144]: 'back-off',
  [-234]: 'morning',

  [-230]: 'window-closed',
  [-232]: 'window-closed',
  [-305]: 'window-closed',

  [-217]: 'blocked',
  [-222]: 'blocked',
  [-227]: 'blocked',
  [-244]: 'blocked',
  [-213]: 'unknown-person',

  /** Nothing more may be received or paid for now: the package, the person's allowance, the cloud account. */
  [-211]: 'quota',
  [-218]: 'quota',
  [-311]: 'quota',
  [-320]: 'quota',
  [-321]: 'quota',

  /** An expired attachment, a bad field, too long, a wrong message type, against the platform's rules. */
  [-100]: 'content',
  [-201]: 'content',
  [-210]: 'content',
  [-233]: 'content',
  [-240]: 'content',
  [-248]: 'content',
  [-249]: 'content',
  [-403]: 'content',

  [-204]: 'operator',
  [-205]: 'operator',
  [-209]: 'operator',
  [-212]: 'operator',
  [-215]: 'operator',
  [-219]: 'operator',
  [-221]: 'operator',
  [-223]: 'operator',
  [-224]: 'operator',
  [-235]: 'operator',
  [-237]: 'operator',
  [-238]: 'operator',
  [-241]: 'operator',
  [-242]: 'operator',
  [-1241]: 'operator',
  [-14002]: 'operator',
  403: 'operator',
};

/** With these numbers Zalo may mean that this kind of message cannot have buttons. */
const maybeButtons: ReadonlySet<number> = new Set([-201, -233]);

interface ErrorContext {
  /** Zalo's message: some numbers have two meanings. */
  detail: string;
  hasButtons: boolean;
}

/** Undocumented error numbers mean `back-off`. */
export function actionOf(code: number, { detail, hasButtons }: ErrorContext): ErrorAction {
  if (code === -201 && /user_id|anonymous_id/i.test(detail)) return 'unknown-person';
  if (hasButtons && maybeButtons.has(code)) return 'buttons';
  return actionByCode[code] ?? 'back-off';
}

/** True when Zalo objects to the access token. */
export function isTokenRefusal(code: number): boolean {
  return actionByCode[code] === 'refresh';
}
