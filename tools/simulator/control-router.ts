import type { NextFunction, Request, Response, Router } from 'express';
import express from 'express';
import { z } from 'zod';
import { describeMetrics, describeState } from './describe-platform.ts';
import { oaProfile } from './oa-profile.ts';
import { tokenBody } from './oauth-router.ts';
import type { Platform } from './platform.ts';
import { streamLog } from './stream-log.ts';
import { switchSchema } from './switches.ts';
import { createUserRouter } from './user-router.ts';

const maxMediaBytes = 10 * 1024 * 1024;
const oneGroup = z.object({ name: z.string().min(1), oaId: z.string().optional() });
const clockMove = z.object({ advanceMs: z.number().int().min(0) });
const webhookChange = z.object({ enabled: z.boolean().optional(), url: z.url().optional() });

export interface ControlHooks {
  /** @returns the time after the move; @throws Error when the clock cannot be moved */
  advance(ms: number): Promise<number>;
  reset(): void;
}

/** Everything under `/sim`: people, faults, time, switches, and what developers can watch. */
export function createControlRouter(platform: Platform, hooks: ControlHooks): Router {
  const router = express.Router();
  router.use(express.json());
  router.use('/users', createUserRouter(platform));
  addWatching(router, platform);
  addGrants(router, platform);
  addMedia(router, platform);
  addSteering(router, platform, hooks);
  router.use(answerBadRequest);
  return router;
}

function addWatching(router: Router, platform: Platform): void {
  router.get('/state', (_request, response) => void response.json(describeState(platform)));
  router.get('/switches', (_request, response) => void response.json(switchSchema()));
  router.get('/metrics', (_request, response) => void response.json(describeMetrics(platform)));
  router.get('/log', ({ query }, response) => {
    const entries = platform.log.list(Number(query.since) || 0);
    response.json({ entries: query.limit ? entries.slice(-Number(query.limit)) : entries });
  });
  router.get('/stream', (request, response) => streamLog(platform.log, request, response));
}

function addGrants(router: Router, { people, grants, log }: Platform): void {
  router.post('/oas', ({ body }, response) => {
    const { oaId, name } = people.addOa(oaProfile.parse(body));
    log.add({ kind: 'grant', oaId, id: oaId });
    response.json({ oaId, name });
  });
  router.post('/oas/:oaId/tokens', ({ params }, response) => {
    if (!people.oas.has(params.oaId)) return void response.status(404).json({ error: 'unknown OA' });
    response.json(tokenBody(grants.issue(params.oaId), true));
  });
  router.delete('/oas/:oaId/access-token', ({ params }, response) => {
    grants.expireAccessToken(params.oaId);
    response.json({});
  });
  router.delete('/oas/:oaId/grant', ({ params }, response) => {
    grants.revoke(params.oaId);
    response.json({});
  });
}

function addMedia(router: Router, platform: Platform): void {
  const raw = express.raw({ type: () => true, limit: maxMediaBytes });
  router.post('/media', raw, (request, response) => {
    const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
    const name = String(request.query.name ?? 'file');
    const contentType = request.get('content-type') ?? 'application/octet-stream';
    const { id } = platform.media.add({ name, contentType, bytes });
    response.json({ id, url: platform.mediaUrl(id) });
  });
  router.get('/media/:id', ({ params }, response) => {
    const media = platform.media.find(params.id);
    if (!media) return void response.sendStatus(404);
    // An uploaded file must not run as a page of the simulator.
    response.set({ 'X-Content-Type-Options': 'nosniff', 'Content-Security-Policy': 'sandbox' });
    response.type(media.contentType).send(media.bytes);
  });
}

function addSteering(router: Router, platform: Platform, hooks: ControlHooks): void {
  const { people, faults, switches, deliverer, events, log } = platform;
  router.post('/groups', ({ body }, response) => {
    const { name, oaId = people.oas.keys().next().value ?? '' } = oneGroup.parse(body);
    const group = people.addGroup({ name, oaId });
    events.emit({ eventName: 'create_group', oaId, groupId: group.groupId });
    response.json({ groupId: group.groupId });
  });
  router.post('/faults', ({ body }, response) => {
    faults.add(body);
    response.json({ faults: faults.list() });
  });
  router.delete('/faults', (_request, response) => {
    faults.clear();
    response.json({ faults: [] });
  });
  router.post('/switches', ({ body }, response) => {
    const changed = switches.change(body ?? {});
    log.add({ kind: 'switches' });
    deliverer.pump();
    response.json({ switches: changed });
  });
  router.post('/webhook', ({ body }, response) => {
    deliverer.configure(webhookChange.parse(body));
    response.json(deliverer.state());
  });
  router.post('/clock', async ({ body }, response) => {
    response.json({ now: await hooks.advance(clockMove.parse(body).advanceMs) });
  });
  router.delete('/', (_request, response) => {
    hooks.reset();
    response.json({});
  });
}

/** Express recognises an error handler by its four parameters. */
function answerBadRequest(error: unknown, _request: Request, response: Response, next: NextFunction): void {
  const status = (error as { status?: unknown }).status;
  if (error instanceof z.ZodError) response.status(400).json({ error: z.prettifyError(error) });
  else if (typeof status === 'number' && status < 500) response.status(status).json({ error: 'bad request' });
  else next(error);
}
