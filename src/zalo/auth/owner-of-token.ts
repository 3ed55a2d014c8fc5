import type { OpenApi } from '../api/open-api.ts';
import { wireOa } from '../api/wire-answers.ts';

/** The id of the OA that owns an access token, as Zalo reports it; undefined when Zalo does not say. */
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
