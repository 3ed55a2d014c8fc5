import { toVietnamesePhone } from '../zalo/events/vietnamese-phone.ts';

/** The help lines of an installation that are ordinary subscriber numbers, as `84…`; short numbers are never masked. */
export function publicPhonesOf(helpLines: Readonly<Record<string, { call: string }>>): ReadonlySet<string> {
  return new Set(Object.values(helpLines).flatMap(({ call }) => toVietnamesePhone(call) ?? []));
}
