import type { StoredMessage } from './conversation-store.ts';
import { windowEnds } from './message-window.ts';
import type { SimulatedUser } from './people-store.ts';
import type { Platform } from './platform.ts';

/** The state that the panel beside the phone shows. Never a token or a secret. */
export function describeState(platform: Platform) {
  const { appId, clock, people, grants, deliverer, switches, faults, log } = platform;
  return {
    appId,
    now: clock.now(),
    /** The state includes everything up to this log entry. */
    logId: log.lastId(),
    webhook: deliverer.state(),
    oas: [...people.oas.values()].map(({ oaId, name, description, menu, tags }) => ({
      oaId,
      name,
      description,
      menu,
      tags: [...tags.keys()],
      granted: grants.isGranted(oaId),
      accessExpiresAt: grants.accessExpiresAt(oaId),
    })),
    users: [...people.users.values()].map((user) => describeUser(platform, user)),
    groups: [...people.groups.values()],
    switches: switches.read(),
    faults: faults.list(),
  };
}

function describeUser({ switches, conversations }: Platform, user: SimulatedUser) {
  const messages = conversations.list(user.userId);
  return {
    userId: user.userId,
    oaId: user.oaId,
    personId: user.personId,
    name: user.name,
    phone: user.phone,
    anonymousConversationId: user.anonymousConversationId,
    follower: user.follower,
    blocked: user.blocked,
    inactive: user.inactive,
    contactSharedAt: user.contactSharedAt,
    lastInteractionAt: user.lastInteractionAt,
    ...windowEnds(user, switches.read()),
    messages: messages.length,
    lastMessage: messages.findLast(({ hidden }) => !hidden),
  };
}

/** Counts for tests and benchmarks, over the kept messages. */
export function describeMetrics({ people, conversations, deliverer, apiCounts }: Platform) {
  return {
    deliveries: deliverer.counts(),
    api: apiCounts.read(),
    users: [...people.users.keys()].map((userId) => ({
      userId,
      ...countMessages(conversations.list(userId)),
    })),
  };
}

function countMessages(messages: readonly StoredMessage[]) {
  const texts = messages.filter(({ from, staffId }) => from === 'oa' && !staffId).map(({ text }) => text);
  return {
    fromUser: messages.filter(({ from }) => from === 'user').length,
    fromOa: texts.length,
    /** The OA's messages that repeat an earlier text. */
    repeatedTexts: texts.length - new Set(texts).size,
  };
}
