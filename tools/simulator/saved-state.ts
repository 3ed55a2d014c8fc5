import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { messageOf } from '../../src/errors.ts';
import type { Logger } from '../../src/logger.ts';
import type { StoredMessage } from './conversation-store.ts';
import type { StoredMedia } from './media-store.ts';
import type { Group, SimulatedUser } from './people-store.ts';
import type { Platform } from './platform.ts';

/** State that the platform keeps over a restart: people and messages. Grants are issued anew. */
interface SavedState {
  users: SimulatedUser[];
  groups: Group[];
  conversations: { userId: string; messages: StoredMessage[] }[];
}

type SavedMedia = Omit<StoredMedia, 'bytes'> & { base64: string };

/** Changes within this time share one write. */
const togetherMs = 50;
const stateName = 'simulator.json';

interface SavedStateParts {
  platform: Platform;
  folder: string;
  logger: Logger;
}

/**
 * Restores what an earlier simulator stored in `folder`, and saves later changes there.
 * @returns stop: writes pending changes
 */
export function persistState({ platform, folder, logger }: SavedStateParts): { stop(): void } {
  const mediaFolder = join(folder, 'media');
  mkdirSync(mediaFolder, { recursive: true });
  restore(platform, folder);
  let timer: NodeJS.Timeout | undefined;
  const savedMedia = new Set(platform.media.list().map(({ id }) => id));

  function save(): void {
    clearTimeout(timer);
    timer = undefined;
    try {
      saveMedia();
      writeAtomically(join(folder, stateName), JSON.stringify(stateOf(platform)));
    } catch (error) {
      logger.warn({ reason: messageOf(error) }, 'the simulator could not be saved');
    }
  }

  function saveMedia(): void {
    for (const { bytes, ...media } of platform.media.list()) {
      if (savedMedia.has(media.id)) continue;
      const saved: SavedMedia = { ...media, base64: bytes.toString('base64') };
      writeAtomically(join(mediaFolder, `${media.id}.json`), JSON.stringify(saved));
      savedMedia.add(media.id);
    }
  }

  const unsubscribe = platform.log.subscribe(({ kind }) => {
    if (kind !== 'delivery' && kind !== 'api') timer ??= setTimeout(save, togetherMs);
  });
  return {
    stop() {
      unsubscribe();
      save();
    },
  };
}

function stateOf({ people, conversations }: Platform): SavedState {
  const userIds = conversations.recent().reverse();
  return {
    users: [...people.users.values()],
    groups: [...people.groups.values()],
    conversations: userIds.map((userId) => ({ userId, messages: [...conversations.list(userId)] })),
  };
}

function restore({ people, conversations, media }: Platform, folder: string): void {
  const state = readJson<SavedState>(join(folder, stateName));
  if (!state) return;
  for (const user of state.users) people.users.set(user.userId, user);
  for (const group of state.groups) people.groups.set(group.groupId, group);
  for (const { userId, messages } of state.conversations) {
    for (const message of messages) conversations.add(userId, message);
    for (const id of messages.flatMap(({ attachments }) => attachments.flatMap(mediaIdOf))) {
      const saved = readJson<SavedMedia>(join(folder, 'media', `${id}.json`));
      if (saved) media.restore({ ...saved, bytes: Buffer.from(saved.base64, 'base64') });
    }
  }
}

function mediaIdOf({ url }: { url: string }): string[] {
  return /\/sim\/media\/([0-9a-f]+)$/.exec(url)?.slice(1) ?? [];
}

function readJson<T>(path: string): T | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as T;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Writes all of it or nothing, also when the process dies meanwhile. */
function writeAtomically(path: string, text: string): void {
  writeFileSync(`${path}.new`, text, { mode: 0o600 });
  renameSync(`${path}.new`, path);
}
