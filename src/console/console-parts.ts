import type { WorkingCalendar } from '../calendar/working-hours.ts';
import type { Sealer } from '../encryption.ts';
import type { MediaPort } from '../media/transfer-media.ts';
import type { BrowserPush } from '../member/push/browser-push.ts';
import type { CannedOffer } from '../member/relay/canned-replies.ts';
import type { ServiceParts } from '../ticket/ticket-parts.ts';
import type { TicketService } from '../ticket/ticket-service.ts';
import type { Assets } from './http/assets.ts';
import type { SuggestAnswers } from './suggestions/suggest-answers.ts';

/** A topic that tickets can be filtered by. */
export interface TopicName {
  id: string;
  title: string;
}

/** What the pages of the console work with. */
export interface ConsoleParts extends ServiceParts {
  /** SESSION_SECRET: signs forms and hashes session tokens. */
  secret: string;
  /** Address of the console as people open it, without a slash at the end. */
  url: string;
  /** Name of the office on every page. */
  office: string;
  tickets: TicketService;
  topics: readonly TopicName[];
  topicTitle(topic: string): string | undefined;
  canned: CannedOffer;
  suggest: SuggestAnswers;
  sealer: Sealer;
  /** The bot understands the stored villages from now on. */
  learnVillages(): Promise<void>;
  officeHours: WorkingCalendar;
  media: MediaPort;
  /** Notices in the members' browsers. */
  push: BrowserPush;
  assets: Assets;
}
