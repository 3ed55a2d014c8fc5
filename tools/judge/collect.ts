import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepareDemoSettings } from '../demo/demo-settings.ts';
import { startDemo } from '../demo/start-demo.ts';
import { openPhone, type Reply } from './phone.ts';
import type { WrittenTalk } from './talk-line.ts';

export interface PlayedTalk extends WrittenTalk {
  replies: Reply[][];
}

/** Residents who write at the same time. */
const phones = 6;

/**
 * Plays talks against the whole bot with a simulated Zalo, each by a resident of its own.
 * @param onPlayed called after each talk, for progress
 */
export async function collect(
  talks: readonly WrittenTalk[],
  onPlayed: (count: number) => void,
): Promise<PlayedTalk[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'cau-noi-judge-'));
  const [port, simulatorPort] = [await freePort(), await freePort()].map(String) as [string, string];
  const settings = prepareDemoSettings({ dataDir, port, simulatorPort });
  const demo = await startDemo({ settings, progress: (_step, work) => work() });
  try {
    await demo.learning;
    const played: PlayedTalk[] = [];
    const waiting = [...talks.entries()];
    const playOn = async () => {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        const [at, talk] = next;
        played[at] = await play(demo.phoneUrl, talk);
        onPlayed(talks.length - waiting.length);
      }
    };
    await Promise.all(Array.from({ length: phones }, playOn));
    return played;
  } finally {
    await demo.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function play(simulatorUrl: string, talk: WrittenTalk): Promise<PlayedTalk> {
  const phone = await openPhone(simulatorUrl, 'Cư dân');
  const replies: Reply[][] = [];
  for (const text of talk.turns) replies.push(await phone.ask(text));
  return { ...talk, replies };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}
