import type { FetchedMedia, NeededMedia } from '../media/media-needed.ts';
import { fetchMedia, type MediaPort } from '../media/transfer-media.ts';
import { createMemberRouter, type MemberRouter } from './chat/member-router.ts';
import type { TellParts } from './member-parts.ts';
import { createPeriodicChecks, tellMembers } from './notices/deliver-notices.ts';

interface MembersParams extends Omit<TellParts, 'fetchMedia'> {
  media: MediaPort;
}

/** What members do inside Zalo. */
export interface Members {
  members: MemberRouter;
  fetchMedia(needed: readonly NeededMedia[]): Promise<FetchedMedia>;
  /** Sends members the notices that are due. @returns how many notices it processed */
  tellMembers(): Promise<number>;
}

export function createMembers(params: MembersParams): Members {
  const fetch = (needed: readonly NeededMedia[]) => fetchMedia(params, needed);
  const parts: TellParts = { ...params, fetchMedia: fetch };
  const runPeriodicChecks = createPeriodicChecks(parts, params.clock);
  return {
    members: createMemberRouter(params),
    fetchMedia: fetch,
    async tellMembers() {
      await runPeriodicChecks();
      return tellMembers(parts);
    },
  };
}
