import { z } from 'zod';
import type { Sealer } from '../../encryption.ts';

/** How long an administrator has between opening the link and giving consent; Zalo's code itself lives 10 minutes. */
export const consentLifeMs = 15 * 60_000;

const link = z.object({ linkFor: z.string(), openUntil: z.number() });
const attempt = z.object({ state: z.string(), oaId: z.string(), openUntil: z.number() });

/** What the cookie of a browser says about the consent that was begun in it. */
export type Attempt = z.infer<typeof attempt>;

/** The key of the link that the operator's command prints: it connects this OA and no other. */
export function sealLink(sealer: Sealer, { oaId, openUntil }: { oaId: string; openUntil: number }): string {
  return sealer.seal(JSON.stringify({ linkFor: oaId, openUntil }));
}

/** @returns the OA that the operator wants to connect, for a key that is still good */
export function openLink(sealer: Sealer, key: string, now: number): string | undefined {
  const read = link.safeParse(openJson(sealer, key)).data;
  return read && read.openUntil > now ? read.linkFor : undefined;
}

export function sealAttempt(sealer: Sealer, one: Attempt): string {
  return sealer.seal(JSON.stringify(one));
}

/** @returns undefined for a cookie that is not ours, or too old */
export function openAttempt(sealer: Sealer, sealed: string, now: number): Attempt | undefined {
  const read = attempt.safeParse(openJson(sealer, sealed)).data;
  return read && read.openUntil > now ? read : undefined;
}

/** @param sealed untrusted text from a request */
function openJson(sealer: Sealer, sealed: string): unknown {
  try {
    return JSON.parse(sealer.open(sealed));
  } catch {
    return undefined;
  }
}
