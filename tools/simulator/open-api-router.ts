import { createHmac } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Request, Response, Router } from 'express';
import express from 'express';
import { ApiError, invalidField } from './api-error.ts';
import { createAccountEndpoints } from './endpoints/account-endpoints.ts';
import { createConversationEndpoints } from './endpoints/conversation-endpoints.ts';
import type { ApiCall, Endpoint, Endpoints, UploadedFile } from './endpoints/endpoint.ts';
import { createMessageEndpoints } from './endpoints/message-endpoints.ts';
import { createUploadEndpoints, maxUploadBytes } from './endpoints/upload-endpoints.ts';
import { createUserEndpoints } from './endpoints/user-endpoints.ts';
import { respond } from './fault-responder.ts';
import type { Fault } from './faults.ts';
import { readUpload } from './multipart.ts';
import type { Oa } from './people-store.ts';
import type { Platform } from './platform.ts';

const maxBodyBytes = 1024 * 1024;
const maxLoggedBytes = 8 * 1024;

/** The OA OpenAPI: every answer is HTTP 200 with `error`, `message` and optional `data`. */
export function createOpenApiRouter(platform: Platform): Router {
  const endpoints: Endpoints = {
    ...createMessageEndpoints(platform),
    ...createUserEndpoints(platform),
    ...createConversationEndpoints(platform),
    ...createAccountEndpoints(platform),
    ...createUploadEndpoints(platform),
  };
  const router = express.Router();
  router.use(['/v2.0', '/v3.0'], express.text({ type: 'application/json', limit: maxBodyBytes }));
  router.use(['/v2.0', '/v3.0'], async (request, response) => {
    const path = request.baseUrl + request.path;
    const endpoint = endpoints[`${request.method} ${path}`];
    await answerCall(platform, { request, response, path, endpoint });
  });
  return router;
}

interface Exchange {
  request: Request;
  response: Response;
  path: string;
  endpoint: Endpoint | undefined;
}

async function answerCall(platform: Platform, exchange: Exchange): Promise<void> {
  const { request, response, path, endpoint } = exchange;
  const { latencyMs } = platform.switches.read();
  if (latencyMs > 0) await sleep(latencyMs);
  const upload = request.is('multipart/form-data') ? await readUpload(request, maxUploadBytes) : undefined;
  const fault = platform.faults.takeFor(path);
  const body = endpoint
    ? perform(platform, exchange, { endpoint, upload, fault })
    : { error: 404, message: 'Empty Api' };
  logCall(platform, exchange, { code: body.error, fault });
  respond(response, { status: endpoint ? 200 : 404, body }, fault);
}

/** Runs the endpoint unless the fault keeps the call from taking effect. */
function perform(
  platform: Platform,
  { request, response }: Exchange,
  {
    endpoint,
    upload,
    fault,
  }: { endpoint: Endpoint; upload: UploadedFile | undefined; fault: Fault | undefined },
): { error: number; message: string; data?: unknown } {
  try {
    const rate = platform.rateLimiter.count();
    response.set({ 'X-RateLimit-Limit': String(rate.limit), 'X-RateLimit-Remain': String(rate.remain) });
    if (rate.exceeded) throw new ApiError(-32);
    if (fault?.kind === 'error') throw new ApiError(fault.code);
    if (fault && !fault.accepted) throw new ApiError(-200);
    const oa = authenticate(platform, request);
    const call: ApiCall = { oa, data: dataOf(request, upload), ...(upload ? { upload } : {}) };
    const data = endpoint(call);
    return { ...(data === undefined ? {} : { data }), error: 0, message: 'Success' };
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return { error: error.code, message: error.message };
  }
}

function authenticate({ grants, people, switches, rateLimiter, appSecret }: Platform, request: Request): Oa {
  const accessToken = request.get('access_token') ?? '';
  const oaId = grants.oaIdOf(accessToken);
  const oa = people.oas.get(oaId);
  if (!oa) throw new ApiError(-216);
  if (switches.read().appSecretProof) {
    const proof = createHmac('sha256', appSecret).update(accessToken).digest('hex');
    if (request.get('appsecret_proof') !== proof) throw new ApiError(-242);
  }
  rateLimiter.countForOa(oaId);
  return oa;
}

/** @throws ApiError -201 for anything but a JSON object */
function dataOf(request: Request, upload: UploadedFile | undefined): Record<string, unknown> {
  if (upload) return {};
  const text = request.method === 'GET' ? request.query.data : request.body;
  if (text === undefined || text === '') return {};
  const data = parseJson(text);
  if (typeof data !== 'object' || data === null || Array.isArray(data)) throw invalidField('data');
  return data as Record<string, unknown>;
}

function parseJson(text: unknown): unknown {
  try {
    return JSON.parse(String(text));
  } catch {
    return undefined;
  }
}

function logCall(
  { log, grants, apiCounts }: Platform,
  { request, path }: Exchange,
  { code, fault }: { code: number; fault: Fault | undefined },
): void {
  const text = request.method === 'GET' ? request.query.data : request.body;
  const shown = typeof text === 'string' && text.length <= maxLoggedBytes ? parseJson(text) : undefined;
  const oaId = grants.ownerOf(request.get('access_token') ?? '');
  apiCounts.count(path, code);
  log.add({
    kind: 'api',
    method: request.method,
    path,
    ...(oaId ? { oaId } : {}),
    code,
    ...(fault ? { fault: fault.kind } : {}),
    ...(shown === undefined ? {} : { request: shown }),
  });
}
