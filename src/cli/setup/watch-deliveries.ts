import { setTimeout as delay } from 'node:timers/promises';
import { isOurs } from '../doctor/probes/probe-port.ts';
import type { DeliveryWatch } from './wait-for-delivery.ts';

interface WatchParts {
  /** The address of the bot on this machine. */
  ownUrl: string;
  metricsToken: string;
  pauseMs?: number;
  /** How many looks before it gives up. */
  maxLooks?: number;
}

const counter = /^cau_noi_deliveries_total\{result="([^"]+)"\} (\d+)$/gm;

/** Looks every two seconds, for half an hour, at what the running bot has counted. */
export function createDeliveryWatch(parts: WatchParts): DeliveryWatch {
  const { ownUrl, metricsToken, pauseMs = 2000, maxLooks = 900 } = parts;
  let looks = 0;
  return {
    isBot: isOurs,
    async deliveries() {
      try {
        const headers = { authorization: `Bearer ${metricsToken}` };
        const answer = await fetch(`${ownUrl}/metrics`, { headers, signal: AbortSignal.timeout(3000) });
        if (!answer.ok) return undefined;
        const text = await answer.text();
        return Object.fromEntries([...text.matchAll(counter)].map(([, result, n]) => [result, Number(n)]));
      } catch {
        return undefined;
      }
    },
    async pause() {
      looks += 1;
      if (looks >= maxLooks) return false;
      await delay(pauseMs);
      return true;
    },
  };
}
