import { memberIntent } from '../../conversation/outbox.ts';
import type { Translate } from '../../i18n.ts';
import type { ReplyButton } from '../../message.ts';

/** What a tap of a member can mean. */
export type Step =
  | 'pledge'
  | 'claim'
  | 'details'
  | 'pass'
  | 'decline'
  | 'done'
  | 'done_how'
  | 'done_now'
  | 'pause'
  | 'talk'
  | 'wait'
  | 'give_back'
  | 'pass_up'
  | 'canned'
  | 'phone'
  | 'use_canned'
  | 'give_back_all'
  | 'send'
  | 'send_other'
  | 'dont_send'
  | 'note_text'
  | 'note_and_close'
  | 'wrong_send'
  | 'mine'
  | 'new'
  | 'on_duty'
  | 'away_today'
  | 'away_tomorrow'
  | 'rest'
  | 'assign_to'
  | 'hand_to'
  | 'colleagues'
  | 'help'
  | 'ask_as_resident'
  | 'web'
  | 'sign_in_yes'
  | 'sign_in_no';

interface PressedButton {
  /** Key in `member:buttons`, when it differs from the name of the step. */
  key?: string;
  number?: number;
  data?: Record<string, string>;
  values?: Record<string, string | number>;
}

const maxTitleLength = 35;

/** A button that names its action and the number of the ticket. */
export function memberButton(t: Translate, step: Step, pressed: PressedButton = {}): ReplyButton {
  const { key = step, number, data, values } = pressed;
  const numbered = number === undefined ? {} : { number };
  const title = t(`member:buttons.${key}`, { ...numbered, ...values });
  return {
    kind: 'reply',
    title: title.length > maxTitleLength ? `${title.slice(0, maxTitleLength - 1)}…` : title,
    text: `#${title}`,
    meaning: {
      intent: memberIntent,
      step,
      data: { ...data, ...(number === undefined ? {} : { ticket: String(number) }) },
    },
  };
}
