import { messageOf } from '../../../errors.ts';
import type { AddressFacts } from '../facts.ts';
import { isOurs } from './probe-port.ts';

const answerMs = 5000;

/** Asks the public address as a stranger does: from this machine, through whatever stands before the bot. */
export async function probeAddress(url: string): Promise<AddressFacts> {
  try {
    await fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(answerMs) });
  } catch (error) {
    const reason = messageOf((error as { cause?: unknown }).cause ?? error);
    return { answer: { fault: reason }, showsMetrics: false };
  }
  if (!(await isOurs(url))) return { answer: 'foreign', showsMetrics: false };
  return { answer: 'ours', showsMetrics: await showsMetrics(url) };
}

async function showsMetrics(url: string): Promise<boolean> {
  try {
    const response = await fetch(`${url}/metrics`, { signal: AbortSignal.timeout(answerMs) });
    return response.ok && (await response.text()).includes('cau_noi_');
  } catch {
    return false;
  }
}
