import type { Request, Response } from 'express';
import { type AuditActor, recordAudit } from '../../audit/audit-log.ts';
import type { ConsoleParts } from '../console-parts.ts';
import { cookieOptions, readCookie, sessionCookie } from '../http/cookies.ts';
import { deviceName } from './device-name.ts';
import { type SessionOwner, type SessionStore, sessionLifeMs } from './session-store.ts';

interface NewSession {
  sessions: SessionStore;
  request: Request;
  response: Response;
  owner: SessionOwner;
  actor: AuditActor;
}

/**
 * Signs somebody in on this browser. A new token with every sign-in: a cookie that somebody put into the browser before
 * is worth nothing, and what was signed in there ends.
 */
export async function openSession(
  { db, clock, words, url }: Pick<ConsoleParts, 'db' | 'clock' | 'words' | 'url'>,
  { sessions, request, response, owner, actor }: NewSession,
): Promise<void> {
  const now = clock.now();
  const earlier = readCookie(request, sessionCookie);
  const replaced = earlier === undefined ? undefined : await sessions.use(earlier, now);
  if (replaced) await sessions.revoke({ id: replaced.id, owner: replaced.owner, now });
  const device = deviceName(request.get('user-agent') ?? '', words.in('vi')('console:device_unknown'));
  const token = await sessions.open({ owner, device, now });
  await recordAudit(db, { actor, action: 'sign-in', now });
  response.cookie(sessionCookie, token, cookieOptions(url, sessionLifeMs));
}
