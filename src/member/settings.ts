import type { QuietHours } from '../calendar/quiet-hours.ts';
import type { Config } from '../config.ts';
import { hourMs } from '../durations.ts';

/** How members are contacted; set by the operator. */
export interface MemberSettings {
  quietHours: QuietHours;
  /** A member who did nothing for this long is inactive, and their tickets go back to the team. */
  inactiveMs: number;
  /** Paid messages: the monthly budget and the price per message, in VND. */
  paid: { isOn: boolean; monthlyVnd: number; messageVnd: number };
  /** The approved template, which Zalo accepts at any time. */
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
