import type { RequestHandler } from 'express';
import { hasFactor } from '../../operator/operator.ts';
import { findBrowser } from '../../operator/operator-links.ts';
import { findOperator } from '../../operator/operator-store.ts';
import type { Roster } from '../../team/roster/roster.ts';
import type { ConsoleParts } from '../console-parts.ts';
import { operatorCookie, readCookie, sessionCookie } from '../http/cookies.ts';
import { createFormToken } from '../http/form-token.ts';
import type { BrokenOas } from '../zalo/broken-oas.ts';
import { managedBy } from './managed-pages.ts';
import type { Session, SessionStore } from './session-store.ts';
import { sightOf, sightOfOperator } from './sight.ts';
import type { Viewer } from './viewer.ts';

type Who = Pick<Viewer, 'memberId' | 'name' | 'operator' | 'sight' | 'manages'>;

/**
 * Lets only people pass who are signed in, and leaves the viewer in `response.locals`. A member who was removed, or who
 * no longer has a linked account, is signed out; so is an operator who was removed or has no second factor any more.
 */
export function requireViewer(
  parts: Pick<ConsoleParts, 'db' | 'clock' | 'roster' | 'secret' | 'url'>,
  { sessions, broken }: { sessions: SessionStore; broken: Pick<BrokenOas, 'lines'> },
): RequestHandler {
  const { db, clock, roster: source, secret, url } = parts;

  async function whoIs({ owner }: Session, roster: Roster): Promise<Who | undefined> {
    if ('memberId' in owner) return memberOf(roster, owner.memberId);
    const operator = await findOperator(db, owner.operatorId);
    if (!operator || !hasFactor(operator)) return undefined;
    const sight = sightOfOperator(roster, operator);
    const { name } = operator;
    return {
      memberId: sight.memberId,
      name,
      operator,
      sight,
      manages: managedBy({ operator, isRootDesk: false }),
    };
  }

  return async (request, response, next) => {
    const token = readCookie(request, sessionCookie);
    const session = token === undefined ? undefined : await sessions.use(token, clock.now());
    const who = session && (await whoIs(session, await source.load(db)));
    if (!token || !session || !who) {
      if (request.method !== 'GET') return void response.status(401).end();
      const browserKey = readCookie(request, operatorCookie);
      const isOperators =
        browserKey !== undefined && (await findBrowser(db, { browserKey, now: clock.now() }));
      return response.redirect(303, `${new URL(url).pathname}/${isOperators ? 'operator' : 'sign-in'}`);
    }
    const viewer: Viewer = {
      ...who,
      session,
      broken: await broken.lines(clock.now()),
      formToken: createFormToken(secret, token),
    };
    response.locals.viewer = viewer;
    next();
  };
}

function memberOf(roster: Roster, memberId: string): Who | undefined {
  const member = roster.findMember(memberId);
  if (!member || !roster.reachable.has(memberId)) return undefined;
  const sight = sightOf(roster, memberId);
  const manages = managedBy({ operator: undefined, isRootDesk: sight.isRoot });
  return { memberId, name: member.name, operator: undefined, sight, manages };
}
