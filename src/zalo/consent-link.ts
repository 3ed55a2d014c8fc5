import type { Sealer } from '../encryption.ts';

/** The key of a link that the operator's command line made: a sealed time until which it may be used. */
export function sealConsentKey(sealer: Sealer, openUntil: number): string {
  return sealer.seal(String(openUntil));
}

/** @param key as it came, from anybody */
export function consentKeyIsOpen(sealer: Sealer, key: string, now: number): boolean {
  try {
    return Number(sealer.open(key)) > now;
  } catch {
    return false;
  }
}
