import { createHmac } from 'node:crypto';
import type { TokenKeeper } from '../auth/token-keeper.ts';
import { isTokenRefusal } from './error-table.ts';
import type { RateLimiter } from './rate-limiter.ts';
import { wireEnvelope } from './wire-answers.ts';
import { ZaloNotNow, ZaloRefusal, ZaloTransportError } from './zalo-error.ts';
import type { ZaloAnswer, ZaloHttp, ZaloRequest } from './zalo-http.ts';

interface OpenApiCall {
  oaId: string;
  /** The resident whose share of the limit of calls it counts in; not for members, who are told first. */
  countedFor?: string;
  method: 'GET' | 'POST';
  path: string;
  /** Sent as JSON in the query parameter `data`, as this family of endpoints requires. */
  data?: object;
  body?: object | FormData;
}

/** Calls Zalo's OpenAPI on behalf of an OA: limits, token, one refresh when the token is dead, envelope. */
export interface OpenApi {
  /**
   * @returns the envelope's `data`
   * @throws ZaloRefusal, ZaloTransportError, ZaloNotNow or NeedsAuthorisation
   */
  call(call: OpenApiCall): Promise<unknown>;
  /** As `call`, with a token that is not stored yet and is not refreshed. */
  callWith(accessToken: string, call: OpenApiCall): Promise<unknown>;
}

interface OpenApiParts {
  http: ZaloHttp;
  tokens: TokenKeeper;
  limiter: RateLimiter;
  /** The app secret, set when the app's "appsecret_proof" switch is on. */
  proofSecret?: string | undefined;
}

export function createOpenApi({ http, tokens, limiter, proofSecret }: OpenApiParts): OpenApi {
  async function callWith(accessToken: string, call: OpenApiCall): Promise<unknown> {
    const retryAt = limiter.take(call.oaId, call.countedFor);
    if (retryAt !== undefined) throw new ZaloNotNow('the limit of calls a minute is reached', retryAt);
    const answer = await http.exchange(requestOf(call, accessToken, proofSecret)).catch((error: unknown) => {
      throw isUnauthorised(error) ? new ZaloRefusal(401, 'HTTP 401', call.path) : error;
    });
    limiter.learn(call.oaId, answer.headers);
    return dataOf(answer, call.path);
  }

  return {
    callWith,
    async call(call) {
      const accessToken = await tokens.getAccessToken(call.oaId);
      try {
        return await callWith(accessToken, call);
      } catch (error) {
        if (!(error instanceof ZaloRefusal)) throw error;
        if (isTokenRefusal(error.code)) {
          return callWith(await tokens.refreshAfter(call.oaId, accessToken), call);
        }
        if (error.code === -32) limiter.close(call.oaId, /application/i.test(error.detail) ? 'app' : 'oa');
        throw error;
      }
    },
  };
}

/** Header that proves knowledge of the app secret: HMAC-SHA256 of the access token. */
export function appSecretProof(appSecret: string, accessToken: string): string {
  return createHmac('sha256', appSecret).update(accessToken).digest('hex');
}

function requestOf(call: OpenApiCall, accessToken: string, proofSecret: string | undefined): ZaloRequest {
  const { method, path, data, body } = call;
  return {
    method,
    path,
    headers: {
      access_token: accessToken,
      ...(proofSecret ? { appsecret_proof: appSecretProof(proofSecret, accessToken) } : {}),
    },
    ...(data ? { query: { data: JSON.stringify(data) } } : {}),
    ...(body ? { body } : {}),
  };
}

/** Errors come with HTTP 200, so the envelope decides; a 4xx that claims success is not a success. */
function dataOf({ status, json }: ZaloAnswer, path: string): unknown {
  const envelope = wireEnvelope.safeParse(json);
  const code = envelope.success ? envelope.data.error : 0;
  if (code !== 0) throw new ZaloRefusal(code, envelope.data?.message ?? '', path);
  if (status >= 400) throw new ZaloRefusal(status, `HTTP ${status}`, path);
  if (envelope.success) return envelope.data.data;
  throw new ZaloTransportError('an answer without its error field', { path, delivered: 'maybe', status });
}

function isUnauthorised(error: unknown): boolean {
  return error instanceof ZaloTransportError && error.status === 401;
}
