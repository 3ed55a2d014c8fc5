import { vietnamOffsetMs } from '../../../src/clock.ts';
import { dayMs } from '../../../src/durations.ts';
import { ApiError, invalidField } from '../api-error.ts';
import type { Oa, SimulatedUser } from '../people-store.ts';
import type { Platform } from '../platform.ts';
import { type ApiCall, type Endpoints, findUserOf, pageOf, textField } from './endpoint.ts';

const maxPage = 50;

/** What an OA may know of the people who wrote to it, and its tags on them. */
export function createUserEndpoints({ clock, people, events }: Platform): Endpoints {
  function getUser({ oa, data }: ApiCall): SimulatedUser {
    const user = findUserOf(people, oa, textField(data, 'user_id'));
    if (!user || user.anonymousConversationId) throw new ApiError(-213);
    return user;
  }

  function listUsers({ oa, data }: ApiCall) {
    const { offset, count } = pageOf(data, maxPage);
    const matching = [...people.users.values()].filter(
      (user) => user.oaId === oa.oaId && matches(user, data, { oa, now: clock.now() }),
    );
    const page = matching.slice(offset, offset + count).map(({ userId }) => ({ user_id: userId }));
    return { total: matching.length, count: page.length, offset, users: page };
  }

  function tag(call: ApiCall, eventName: 'add_user_to_tag' | 'remove_user_from_tag'): void {
    const user = getUser(call);
    const name = textField(call.data, 'tag_name');
    const tagged = call.oa.tags.get(name) ?? new Set();
    call.oa.tags.set(name, tagged);
    if (eventName === 'add_user_to_tag') tagged.add(user.userId);
    else tagged.delete(user.userId);
    const partial = { tag: { user_ids: [user.userId], name } };
    events.emit({ eventName, oaId: call.oa.oaId, user, partial });
  }

  function removeTag({ oa, data }: ApiCall): void {
    const name = textField(data, 'tag_name');
    if (!oa.tags.delete(name)) throw invalidField('tag_name');
    events.emit({ eventName: 'remove_tag', oaId: oa.oaId, partial: { tag: { name } } });
  }

  function updateUser(call: ApiCall): void {
    const user = getUser(call);
    if (typeof call.data.name === 'string') user.name = call.data.name;
    if (call.data.phone !== undefined) user.phone = String(call.data.phone);
  }

  return {
    'GET /v3.0/oa/user/detail': (call) => detailOf(getUser(call), call.oa),
    'GET /v3.0/oa/user/getlist': listUsers,
    'POST /v2.0/oa/tag/tagfollower': (call) => tag(call, 'add_user_to_tag'),
    'POST /v2.0/oa/tag/rmfollowerfromtag': (call) => tag(call, 'remove_user_from_tag'),
    'POST /v2.0/oa/tag/rmtag': removeTag,
    'GET /v2.0/oa/tag/gettagsofoa': ({ oa }) => [...oa.tags.keys()],
    'POST /v2.0/oa/updatefollowerinfo': updateUser,
  };
}

function detailOf(user: SimulatedUser, oa: Oa) {
  const tag_names = [...oa.tags].filter(([, ids]) => ids.has(user.userId)).map(([name]) => name);
  const { name, phone } = user.contactSharedAt !== undefined ? user : { name: '', phone: '' };
  return {
    user_id: user.userId,
    user_id_by_app: user.userIdByApp,
    user_external_id: '',
    display_name: user.name,
    user_alias: user.name,
    is_sensitive: false,
    user_last_interaction_date: user.lastInteractionAt ? vietnamDate(user.lastInteractionAt) : '',
    user_is_follower: user.follower,
    avatar: '',
    avatars: { 120: '', 240: '' },
    dynamic_param: '',
    tags_and_notes_info: { notes: [], tag_names },
    shared_info: { address: '', city: '', district: '', phone, name },
  };
}

function matches(
  user: SimulatedUser,
  { tag_name, is_follower, last_interaction_period }: Record<string, unknown>,
  { oa, now }: { oa: Oa; now: number },
): boolean {
  if (user.anonymousConversationId) return false;
  if (tag_name !== undefined && !oa.tags.get(String(tag_name))?.has(user.userId)) return false;
  if (is_follower !== undefined && String(is_follower) !== String(user.follower)) return false;
  return last_interaction_period === undefined || isWithin(String(last_interaction_period), user, now);
}

function isWithin(period: string, { lastInteractionAt }: SimulatedUser, now: number): boolean {
  if (lastInteractionAt === undefined) return false;
  const today = dayNumber(now);
  const day = dayNumber(lastInteractionAt);
  const [from, to] = period.split(':').map((part) => Date.parse(part.replaceAll('_', '-')) / dayMs);
  switch (period) {
    case 'TODAY':
      return day === today;
    case 'YESTERDAY':
      return day === today - 1;
    case 'L7D':
      return day > today - 7;
    case 'L30D':
      return day > today - 30;
    default:
      if (!Number.isInteger(from) || !Number.isInteger(to)) throw invalidField('last_interaction_period');
      return day >= (from as number) && day <= (to as number);
  }
}

const dayNumber = (at: number): number => Math.floor((at + vietnamOffsetMs) / dayMs);

/** dd/MM/yyyy in Vietnam's time zone. */
function vietnamDate(at: number): string {
  return new Date(at + vietnamOffsetMs).toISOString().slice(0, 10).split('-').reverse().join('/');
}
