import type { OpenApi } from '../api/open-api.ts';
import { wireOa } from '../api/wire-answers.ts';

/** Whose an access token is, by Zalo's own word; undefined when Zalo does not say. */
export type OwnerOfToken = (token: { oaId: string; accessToken: string }) => Promise<string | undefined>;

export function createOwnerOfToken(api: OpenApi): OwnerOfToken {
  return async ({ oaId, accessToken }) => {
    try {
      const data = await api.callWith(accessToken, { oaId, method: 'GET', path: '/v2.0/oa/getoa' });
      const oa = wireOa.safeParse(data);
      return oa.data?.oaid ?? oa.data?.oa_id;
    } catch {
      return undefined;
    }
  };
}
