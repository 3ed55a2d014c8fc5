import type { Database } from '../../src/database/database.ts';
import { runTalk } from './random-talk.ts';
import { createTalkWorld } from './talk-world.ts';

/** Runs talks with the seeds `from`, `from + 1`, … in one world. @returns what was wrong, with the seed and the talk */
export async function runTalks(
  database: Database,
  { from, count }: { from: number; count: number },
): Promise<string> {
  const world = await createTalkWorld(database);
  const faults: string[] = [];
  for (let seed = from; seed < from + count; seed += 1) faults.push(...(await runTalk(world, seed)).faults);
  return faults.join('\n\n');
}
