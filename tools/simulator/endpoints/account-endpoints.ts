import { ApiError } from '../api-error.ts';
import { windowEnds } from '../message-window.ts';
import type { Platform } from '../platform.ts';
import { type ApiCall, type Endpoints, findUserOf, textField } from './endpoint.ts';

/** The OA itself and its remaining quota. */
export function createAccountEndpoints({ clock, people, switches }: Platform): Endpoints {
  function accountOf({ oa }: ApiCall) {
    const followers = [...people.users.values()].filter((user) => user.oaId === oa.oaId && user.follower);
    return {
      oaid: oa.oaId,
      name: oa.name,
      description: oa.description ?? '',
      oa_alias: '',
      is_verified: true,
      oa_type: 4,
      cate_name: '',
      num_follower: followers.length,
      avatar: '',
      cover: '',
      package_name: 'Premium',
      package_valid_through_date: '',
      package_auto_renew_date: '',
      linked_ZCA: switches.read().cloudAccount === 'none' ? '' : '1',
    };
  }

  function quotaOf({ oa, data }: ApiCall) {
    if (data.quota_owner !== undefined) return [];
    const user = findUserOf(people, oa, textField(data, 'user_id'));
    if (!user) throw new ApiError(-213);
    const ends = windowEnds(user, switches.read());
    const free = ends !== undefined && clock.now() <= ends.freeUntil;
    return {
      last_interaction: String(user.lastInteractionAt ?? 0),
      cs_reply: { remain: free ? 8 : 0, total: 8 },
      promotion: { remain: 0, total: 0 },
    };
  }

  return {
    'GET /v2.0/oa/getoa': accountOf,
    'POST /v3.0/oa/quota/message': quotaOf,
    'POST /v2.0/oa/quota/message': ({ data }) =>
      data.message_id === undefined ? { remain: 8, total: 8 } : { type: 'reply', remain: 8, total: 8 },
  };
}
