import type { SendOutcome } from '../../conversation/message-sender.ts';
import { dayMs, hourMs, minuteMs } from '../../durations.ts';
import { actionOf } from '../api/error-table.ts';

interface RefusedSend {
  code: number;
  detail: string;
  hasButtons: boolean;
  /** Epoch ms. */
  now: number;
}

/** Vietnam is seven hours ahead of UTC all year, so 06:00 there is 23:00 UTC. */
const morningUtcMs = 23 * hourMs;

/** What a refusal means for the outbox. A dead token arrives here only when its refresh did not help. */
export function outcomeOfError({ code, detail, hasButtons, now }: RefusedSend): SendOutcome {
  const action = actionOf(code, { detail, hasButtons });
  switch (action) {
    case 'next-minute':
      return { kind: 'later', retryAt: (Math.floor(now / minuteMs) + 1) * minuteMs, code, detail };
    case 'morning':
      return { kind: 'later', retryAt: nextMorning(now), code, detail };
    case 'refresh':
    case 'back-off':
      return { kind: 'later', code, detail };
    case 'operator':
      return { kind: 'operator', code, detail };
    default:
      return { kind: 'refused', reason: action, code, detail };
  }
}

function nextMorning(now: number): number {
  const today = Math.floor(now / dayMs) * dayMs + morningUtcMs;
  return today > now ? today : today + dayMs;
}
