import type { Clock } from '../../src/clock.ts';
import type { ActivityLog } from './activity-log.ts';
import type { ApiCounts } from './api-counts.ts';
import type { ConversationStore } from './conversation-store.ts';
import type { EventSource } from './event-source.ts';
import type { Faults } from './faults.ts';
import type { GrantStore } from './grant-store.ts';
import type { MediaStore } from './media-store.ts';
import type { FindUpload } from './message-shape.ts';
import type { OaMessages } from './oa-messages.ts';
import type { PeopleStore } from './people-store.ts';
import type { RateLimiter } from './rate-limiter.ts';
import type { SwitchBoard } from './switches.ts';
import type { UserActions } from './user-actions.ts';
import type { WebhookDeliverer } from './webhook-deliverer.ts';

/** The parts of the simulated platform that its HTTP routers use. */
export interface Platform {
  appId: string;
  appSecret: string;
  clock: Clock;
  switches: SwitchBoard;
  log: ActivityLog;
  people: PeopleStore;
  conversations: ConversationStore;
  deliverer: WebhookDeliverer;
  events: EventSource;
  actions: UserActions;
  oaMessages: OaMessages;
  grants: GrantStore;
  faults: Faults;
  rateLimiter: RateLimiter;
  apiCounts: ApiCounts;
  media: MediaStore;
  /** The address of a stored file. */
  mediaUrl: (id: string) => string;
  findUpload: FindUpload;
}
