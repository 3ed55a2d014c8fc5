import type { RequestHandler } from 'express';
import type { ConsoleParts } from '../console-parts.ts';
import { readCookie, sessionCookie } from '../http/cookies.ts';
import { createFormToken } from '../http/form-token.ts';
import type { BrokenOas } from '../zalo/broken-oas.ts';
import type { SessionStore } from './session-store.ts';
import { sightOf } from './sight.ts';
import type { Viewer } from './viewer.ts';

/**
 * Lets only signed-in members pass, and leaves the viewer in `response.locals`. A member who was removed, or who no
 * longer has a linked account, is signed out.
 */
export function requireMember(
  parts: Pick<ConsoleParts, 'db' | 'clock' | 'roster' | 'secret' | 'url'>,
  { sessions, broken }: { sessions: SessionStore; broken: Pick<BrokenOas, 'lines'> },
): RequestHandler {
  const { db, clock, roster: source, secret, url } = parts;
  return async (request, response, next) => {
    const token = readCookie(request, sessionCookie);
    const session = token === undefined ? undefined : await sessions.use(token, clock.now());
    const roster = await source.load(db);
    const member = session && roster.findMember(session.memberId);
    if (!token || !session || !member || !roster.reachable.has(member.memberId)) {
      if (request.method !== 'GET') return void response.status(401).end();
      return response.redirect(303, `${new URL(url).pathname}/sign-in`);
    }
    const viewer: Viewer = {
      memberId: member.memberId,
      name: member.name,
      session,
      sight: sightOf(roster, member.memberId),
      broken: await broken.lines(clock.now()),
      formToken: createFormToken(secret, token),
    };
    response.locals.viewer = viewer;
    next();
  };
}
