import type { QuietHours } from '../calendar/quiet-hours.ts';
import type { Config } from '../config.ts';
import { hourMs } from '../durations.ts';

/** How members are written to; the operator's choice. */
export interface MemberSettings {
  quietHours: QuietHours;
  /** Who was not heard of for so long sleeps, and gives back what they have. */
  inactiveMs: number;
  /** Messages that cost money: at most so much in a month, each reckoned at so much. */
  paid: { isOn: boolean; monthlyVnd: number; messageVnd: number };
  /** The approved template that wakes somebody at any time. */
  templateId: string | undefined;
}

type MemberConfig = Pick<
  Config,
  | 'MEMBER_QUIET_HOURS'
  | 'MEMBER_INACTIVE_HOURS'
  | 'MEMBER_PAID_MESSAGES'
  | 'MEMBER_PAID_MONTHLY_VND'
  | 'MEMBER_PAID_MESSAGE_VND'
  | 'MEMBER_TEMPLATE_ID'
>;

export function toMemberSettings(config: MemberConfig): MemberSettings {
  const [from = 0, until = 0] = config.MEMBER_QUIET_HOURS.split('-').map(toMinutes);
  return {
    quietHours: { from, until },
    inactiveMs: config.MEMBER_INACTIVE_HOURS * hourMs,
    paid: {
      isOn: config.MEMBER_PAID_MESSAGES,
      monthlyVnd: config.MEMBER_PAID_MONTHLY_VND,
      messageVnd: config.MEMBER_PAID_MESSAGE_VND,
    },
    templateId: config.MEMBER_TEMPLATE_ID,
  };
}

function toMinutes(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return hours * 60 + minutes;
}
