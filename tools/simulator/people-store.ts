import { createHexId, createNumericId } from './ids.ts';
import type { OaProfile } from './oa-profile.ts';

export interface Oa extends OaProfile {
  /** Tag name → ids of the people who carry it. */
  tags: Map<string, Set<string>>;
}

/** A person as one OA knows them. The same person has another `userId` at every OA. */
export interface SimulatedUser {
  userId: string;
  oaId: string;
  personId: string;
  userIdByApp: string;
  name: string;
  phone: string;
  /** A visitor of a web chat without a Zalo identity. */
  anonymousConversationId?: string;
  follower: boolean;
  /** Blocked the OA's messages. */
  blocked: boolean;
  /** Banned, or away for more than 45 days. */
  inactive: boolean;
  /** When they last shared their contact with this OA. */
  contactSharedAt?: number;
  lastInteractionAt?: number;
  /** Zalo's timestamp of this person's last event. */
  lastEventAt: number;
  wrote: boolean;
}

export interface Group {
  groupId: string;
  oaId: string;
  name: string;
}

interface NewUser {
  name: string;
  oaId?: string | undefined;
  /** Another account of the same person; both get the same person and app-scoped id. */
  sameAs?: string | undefined;
  userId?: string | undefined;
  phone?: string | undefined;
  follower?: boolean | undefined;
  anonymous?: boolean | undefined;
}

export interface PeopleStore {
  oas: Map<string, Oa>;
  users: Map<string, SimulatedUser>;
  groups: Map<string, Group>;
  addOa(profile: OaProfile): Oa;
  /** @returns undefined for an unknown OA */
  addUser(user: NewUser): SimulatedUser | undefined;
  addGroup(group: Omit<Group, 'groupId'>): Group;
  /** Removes people and groups; OAs stay. */
  clear(): void;
}

export function createPeopleStore(oaList: readonly OaProfile[]): PeopleStore {
  const oas = new Map<string, Oa>();
  const users = new Map<string, SimulatedUser>();
  const groups = new Map<string, Group>();
  const addOa: PeopleStore['addOa'] = (profile) => {
    const oa = { ...profile, tags: new Map() };
    oas.set(oa.oaId, oa);
    return oa;
  };
  for (const oa of oaList) addOa(oa);
  return {
    oas,
    users,
    groups,
    addOa,
    addUser(given) {
      const oaId = given.oaId ?? oas.keys().next().value;
      if (oaId === undefined || !oas.has(oaId)) return undefined;
      const twin = given.sameAs ? users.get(given.sameAs) : undefined;
      const user = newUser({ ...given, oaId }, twin);
      users.set(user.userId, user);
      return user;
    },
    addGroup(given) {
      const group = { ...given, groupId: createHexId() };
      groups.set(group.groupId, group);
      return group;
    },
    clear() {
      users.clear();
      groups.clear();
      for (const oa of oas.values()) oa.tags.clear();
    },
  };
}

function newUser(given: NewUser & { oaId: string }, twin: SimulatedUser | undefined): SimulatedUser {
  return {
    userId: given.userId ?? createNumericId(),
    oaId: given.oaId,
    personId: twin?.personId ?? createHexId(),
    userIdByApp: twin?.userIdByApp ?? createNumericId(),
    name: given.name,
    phone: given.phone ?? twin?.phone ?? inventedPhone(),
    ...(given.anonymous ? { anonymousConversationId: createHexId() } : {}),
    follower: given.follower ?? false,
    blocked: false,
    inactive: false,
    lastEventAt: 0,
    wrote: false,
  };
}

/** 8490… followed by seven digits: a range that no Vietnamese network uses. */
function inventedPhone(): string {
  return `8490${createNumericId().slice(-7)}`;
}
