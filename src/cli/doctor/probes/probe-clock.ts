import type { Clock } from '../../../clock.ts';
import { messageOf } from '../../../errors.ts';
import type { Facts } from '../facts.ts';

/** By how much the machine's clock differs from Zalo's, which dates every answer, whatever its status. */
export async function probeClock(clock: Clock, zaloUrl: string): Promise<Facts['clockOffMs']> {
  try {
    const askedAt = clock.now();
    const { headers } = await fetch(zaloUrl, { method: 'HEAD', signal: AbortSignal.timeout(5000) });
    const zaloAt = Date.parse(headers.get('date') ?? '');
    if (Number.isNaN(zaloAt)) return { fault: 'no Date header' };
    return Math.round((askedAt + clock.now()) / 2 - zaloAt);
  } catch (error) {
    return { fault: reasonOf(error) };
  }
}

/** `fetch` hides the reason in the cause. */
function reasonOf(error: unknown): string {
  return messageOf((error as { cause?: unknown }).cause ?? error);
}
