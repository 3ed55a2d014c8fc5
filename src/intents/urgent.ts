import { accidentCall, accidentIntent } from './accident.ts';
import { dangerCall, dangerIntent } from './danger.ts';
import type { IntentCall } from './intent-handler.ts';

/** What is answered before anything else, whatever was asked or is going on. */
export const urgentIntents: ReadonlySet<string> = new Set([dangerIntent, accidentIntent]);

/** The answer to a message about danger or an accident. */
export function urgentCall(text: string): IntentCall | undefined {
  return dangerCall(text) ?? accidentCall(text);
}
