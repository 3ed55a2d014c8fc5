import type { Clock } from '../../src/clock.ts';
import { createHexId } from './ids.ts';

export interface StoredMedia {
  id: string;
  name: string;
  contentType: string;
  bytes: Buffer;
  addedAt: number;
}

const lifetimeMs = 7 * 86_400_000;

/** Files uploaded by the app or sent by people, kept for seven days or until newer ones need the room. */
export interface MediaStore {
  add(media: { name: string; contentType: string; bytes: Buffer }): StoredMedia;
  find(id: string): StoredMedia | undefined;
  list(): StoredMedia[];
  /** Restores a file of an earlier run under its own id. */
  restore(media: StoredMedia): void;
  clear(): void;
}

export function createMediaStore({
  clock,
  maxBytes = 50 * 1024 * 1024,
}: {
  clock: Clock;
  maxBytes?: number;
}): MediaStore {
  const stored = new Map<string, StoredMedia>();
  let totalBytes = 0;

  function makeRoom(): void {
    for (const [id, old] of stored) {
      if (totalBytes <= maxBytes) return;
      stored.delete(id);
      totalBytes -= old.bytes.length;
    }
  }

  function store(media: StoredMedia): void {
    totalBytes += media.bytes.length;
    makeRoom();
    stored.set(media.id, media);
  }

  return {
    add(media) {
      const added = { ...media, id: createHexId(), addedAt: clock.now() };
      store(added);
      return added;
    },
    restore: store,
    list: () => [...stored.values()],
    find(id) {
      const media = stored.get(id);
      return media && clock.now() - media.addedAt <= lifetimeMs ? media : undefined;
    },
    clear() {
      stored.clear();
      totalBytes = 0;
    },
  };
}
