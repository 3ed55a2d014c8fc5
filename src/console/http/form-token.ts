import { createHmac, timingSafeEqual } from 'node:crypto';

/** Name of the hidden field that proves that a form came from our page in this browser. */
export const formTokenField = 'form_token';

/** @param cookie the session or browser cookie that the token is bound to */
export function createFormToken(secret: string, cookie: string): string {
  return createHmac('sha256', secret).update(`form ${cookie}`).digest('base64url');
}

export function isFormToken(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}
