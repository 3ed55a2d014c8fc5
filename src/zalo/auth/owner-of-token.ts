import type { OpenApi } from '../api/open-api.ts';
import { wireOa } from '../api/wire-answers.ts';

interface Owner {
  oaId: string;
  name: string | undefined;
}

/** The OA that owns an access token, as Zalo reports it; undefined when Zalo does not say. */
export type OwnerOfToken = (token: { oaId: string; accessToken: string }) => Promise<Owner | undefined>;

export function createOwnerOfToken(api: OpenApi): OwnerOfToken {
  return async ({ oaId, accessToken }) => {
    try {
      const data = await api.callWith(accessToken, { oaId, method: 'GET', path: '/v2.0/oa/getoa' });
      const oa = wireOa.safeParse(data).data;
      const owner = oa?.oaid ?? oa?.oa_id;
      return owner === undefined ? undefined : { oaId: owner, name: oa?.name };
    } catch {
      return undefined;
    }
  };
}
