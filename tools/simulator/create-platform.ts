import type { Clock } from '../../src/clock.ts';
import type { Logger } from '../../src/logger.ts';
import { signDelivery } from '../../src/zalo/events/signature.ts';
import { createActivityLog } from './activity-log.ts';
import { createApiCounts } from './api-counts.ts';
import { createConversationStore } from './conversation-store.ts';
import { createEventSource } from './event-source.ts';
import { createFaults } from './faults.ts';
import { createGrantStore } from './grant-store.ts';
import { createMediaStore } from './media-store.ts';
import { createOaMessages } from './oa-messages.ts';
import type { OaProfile } from './oa-profile.ts';
import { createPeopleStore } from './people-store.ts';
import type { Platform } from './platform.ts';
import { createRateLimiter } from './rate-limiter.ts';
import { createSwitchBoard, type Switches } from './switches.ts';
import type { Timers } from './timers.ts';
import { createUserActions } from './user-actions.ts';
import type { WebhookClient } from './webhook-client.ts';
import { WebhookDeliverer } from './webhook-deliverer.ts';

export interface PlatformOptions {
  clock: Clock;
  logger: Logger;
  timers: Timers;
  client: WebhookClient;
  appId: string;
  appSecret: string;
  oaSecretKey: string;
  webhookUrl: string;
  oas: readonly OaProfile[];
  switches?: Partial<Switches>;
  concurrency: number;
  maxWaiting: number;
  logCapacity: number;
  baseUrl: () => string;
}

/** Assembles the parts of the platform. */
export function createPlatform(options: PlatformOptions): Platform {
  const { clock, logger, timers, client, appId, appSecret, oaSecretKey: secret } = options;
  const switches = createSwitchBoard(options.switches);
  const log = createActivityLog({ clock, capacity: options.logCapacity });
  const people = createPeopleStore(options.oas);
  const conversations = createConversationStore({ log });
  const grants = createGrantStore({ clock, log });
  const media = createMediaStore({ clock });
  const mediaUrl = (id: string): string => `${options.baseUrl()}/sim/media/${id}`;
  const deliverer = new WebhookDeliverer({
    clock,
    logger,
    timers,
    switches,
    log,
    client,
    sign: (body, timestamp) => signDelivery({ appId, body, timestamp, secret }),
    url: options.webhookUrl,
    concurrency: options.concurrency,
    maxWaiting: options.maxWaiting,
    onAnswered: (messageId) => conversations.markState(messageId, 'delivered'),
  });
  const events = createEventSource({ appId, clock, switches, grants, deliverer });
  return {
    appId,
    appSecret,
    clock,
    switches,
    log,
    people,
    conversations,
    deliverer,
    events,
    actions: createUserActions({ clock, conversations, events }),
    oaMessages: createOaMessages({ clock, timers, switches, conversations, events }),
    grants,
    faults: createFaults({ log }),
    rateLimiter: createRateLimiter({ clock, switches }),
    apiCounts: createApiCounts(),
    media,
    mediaUrl,
    findUpload(id) {
      const found = media.find(id);
      return found ? { url: mediaUrl(id), name: found.name, sizeBytes: found.bytes.length } : undefined;
    },
  };
}
