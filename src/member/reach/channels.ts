import type { MemberSettings } from '../settings.ts';
import { freePlace, type MemberPlace } from './member-places.ts';

/** Channels to reach a member, the best first. */
const channels = ['free', 'paid', 'template', 'group', 'call-list'] as const;
export type Channel = (typeof channels)[number];

export type ContactChannel =
  | { name: 'free' | 'paid'; place: MemberPlace }
  | { name: 'template'; place: MemberPlace; templateId: string }
  | { name: 'group'; oaId: string; groupId: string }
  | { name: 'call-list' };

interface ReachParams {
  /** The OAs where the member can be reached. */
  places: readonly MemberPlace[];
  ticketOaId?: string | undefined;
  /** The commune's Zalo group of each OA that is in one. */
  groups: ReadonlyMap<string, string>;
  /** What is left of the month's budget. */
  leftVnd: number;
  settings: MemberSettings;
}

/** All channels that are available now, in the order of attempts; the last one always is. Pure. */
export function availableChannels({
  places,
  ticketOaId,
  groups,
  leftVnd,
  settings,
}: ReachParams): ContactChannel[] {
  const free = freePlace(places, ticketOaId);
  const paid = places.find(({ window }) => window.state === 'paid');
  const mayPay = settings.paid.isOn && leftVnd >= settings.paid.messageVnd;
  const [anywhere] = places;
  const group = places.flatMap(({ oaId }) => {
    const groupId = groups.get(oaId);
    return groupId === undefined ? [] : [{ name: 'group' as const, oaId, groupId }];
  })[0];
  return [
    ...(free ? [{ name: 'free' as const, place: free }] : []),
    ...(paid && mayPay ? [{ name: 'paid' as const, place: paid }] : []),
    ...(anywhere && settings.templateId !== undefined
      ? [{ name: 'template' as const, place: anywhere, templateId: settings.templateId }]
      : []),
    ...(group ? [group] : []),
    { name: 'call-list' as const },
  ];
}
