import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import axios, { type AxiosResponse, isAxiosError } from 'axios';
import { messageOf } from '../../errors.ts';
import { ZaloTransportError } from './zalo-error.ts';

export interface ZaloRequest {
  method: 'GET' | 'POST';
  path: string;
  query?: Record<string, string>;
  headers?: Record<string, string>;
  /** JSON object, form fields or a multipart upload. */
  body?: object | URLSearchParams | FormData;
}

export interface ZaloAnswer {
  status: number;
  json: unknown;
  /** Lower-case names. */
  headers: Record<string, string>;
}

/** One Zalo host. Returns any JSON answer, including a refusal. */
export interface ZaloHttp {
  /** @throws ZaloTransportError for no answer, a 5xx, or an answer that is not JSON */
  exchange(request: ZaloRequest): Promise<ZaloAnswer>;
  /** Closes idle connections. */
  close(): void;
}

interface ZaloHttpParts {
  baseUrl: string;
  /** From the first byte sent to the last one received. */
  timeoutMs?: number;
}

const maxAnswerBytes = 5 * 1024 * 1024;

/** Failures to open a connection: no byte of the call was sent. */
const neverOpened = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);
const certificateProblem = /CERT|TLS|SELF_SIGNED|UNABLE_TO_VERIFY/;

export function createZaloHttp({ baseUrl, timeoutMs = 10_000 }: ZaloHttpParts): ZaloHttp {
  const agents = {
    httpAgent: new HttpAgent({ keepAlive: true }),
    httpsAgent: new HttpsAgent({ keepAlive: true }),
  };
  const client = axios.create({
    ...agents,
    baseURL: baseUrl,
    proxy: false,
    maxRedirects: 0,
    maxContentLength: maxAnswerBytes,
    responseType: 'text',
    transformResponse: [(text: unknown) => text],
    validateStatus: () => true,
  });

  return {
    async exchange({ method, path, query, headers, body }) {
      const response = await client
        .request<string>({
          method,
          url: path,
          ...(query ? { params: query } : {}),
          ...(headers ? { headers } : {}),
          ...(body ? { data: body } : {}),
          signal: AbortSignal.timeout(timeoutMs),
        })
        .catch((error: unknown) => {
          // The axios error contains headers and body, so only its code goes on.
          throw new ZaloTransportError(reasonOf(error), { path, delivered: deliveredOf(error) });
        });
      return readAnswer(response, path);
    },
    close() {
      agents.httpAgent.destroy();
      agents.httpsAgent.destroy();
    },
  };
}

function readAnswer({ status, data, headers }: AxiosResponse<string>, path: string): ZaloAnswer {
  if (status >= 500) throw new ZaloTransportError(`HTTP ${status}`, { path, delivered: 'maybe', status });
  try {
    return { status, json: JSON.parse(data), headers: { ...headers } as Record<string, string> };
  } catch {
    const delivered = status >= 300 ? 'no' : 'maybe';
    throw new ZaloTransportError(`HTTP ${status} without JSON`, { path, delivered, status });
  }
}

function deliveredOf(error: unknown): 'no' | 'maybe' {
  const code = isAxiosError(error) ? (error.code ?? '') : '';
  const { syscall } = ((error as Error).cause ?? error) as { syscall?: string };
  const isNo = neverOpened.has(code) || certificateProblem.test(code) || syscall === 'connect';
  return isNo ? 'no' : 'maybe';
}

function reasonOf(error: unknown): string {
  if (!isAxiosError(error)) return messageOf(error);
  return error.code === 'ERR_CANCELED' ? 'timed out' : (error.code ?? 'failed');
}
