import type { FetchedMedia, NeededMedia } from '../media/media-needed.ts';
import type { Origin, PersonRef } from '../message.ts';
import type { LaneParts } from './chat/member-router.ts';
import type { BrowserPush } from './push/browser-push.ts';
import type { MemberSettings } from './settings.ts';

export interface TellParts extends LaneParts, WakePorts {
  origin: Origin;
  settings: MemberSettings;
  fetchMedia(needed: readonly NeededMedia[]): Promise<FetchedMedia>;
  /** Whether an address is one of Zalo's own. */
  isPlatformUrl(url: string): boolean;
  /** The name that Zalo shows for a person. */
  nameOf(person: PersonRef): Promise<string | undefined>;
  /** Shows notices in the members' browsers; absent where there is no console. */
  showInBrowsers?: BrowserPush['show'] | undefined;
}

/** Channels other than messages of a conversation. They throw when Zalo refuses. */
interface WakePorts {
  sendTemplate(to: PersonRef, template: { id: string; data: Record<string, string> }): Promise<unknown>;
  sendToGroup(group: { oaId: string; groupId: string }, text: string): Promise<unknown>;
}
