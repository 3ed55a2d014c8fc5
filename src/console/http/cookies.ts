import { parseCookie } from 'cookie';
import type { CookieOptions, Request } from 'express';

/** Names of the cookies: a browser before a member's sign-in, a browser of an operator, and a session. */
export const browserCookie = 'console_browser';
export const operatorCookie = 'console_operator';
export const sessionCookie = 'console_session';

export function readCookie(request: Request, name: string): string | undefined {
  return parseCookie(request.get('cookie') ?? '')[name];
}

/** @param url the address of the console: over HTTPS, the cookie travels only there */
export function cookieOptions(url: string, maxAgeMs: number): CookieOptions {
  return {
    httpOnly: true,
    sameSite: 'lax',
    secure: url.startsWith('https:'),
    path: new URL(url).pathname,
    maxAge: maxAgeMs,
  };
}
