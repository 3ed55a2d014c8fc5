import type { Dependencies } from '../dependencies.ts';
import type { Simulator } from '../simulator/simulator.ts';
import { connectOa } from '../zalo/connect-oa.ts';
import type { DemoContent } from './demo-content.ts';

interface SeedParts {
  content: DemoContent;
  simulator: Simulator;
  dependencies: Dependencies;
}

/** So far back a message may lie that was written while the demo was killed. */
const lookBackMs = 24 * 60 * 60_000;

/** Connects the OAs with new tokens, adds the invented people once, and asks for what was missed. */
export async function seedDemo({ content, simulator, dependencies }: SeedParts): Promise<void> {
  const { database, sealer, clock, webhook, queue } = dependencies;
  const { db } = database;
  for (const { oaId, name, areaId } of content.oas) {
    const { accessToken, refreshToken } = simulator.issueTokens(oaId);
    await connectOa({ db, sealer, clock }, { oaId, name, accessToken, refreshToken });
    await db.updateTable('oas').set({ area_id: areaId }).where('oa_id', '=', oaId).execute();
    await queue.add('catch-up', { oaId, sinceAt: clock.now() - lookBackMs }, { key: `catch-up-${oaId}` });
  }
  await webhook.directory.refresh();
  const { people } = simulator.platform;
  if (people.users.size > 0) return;
  for (const resident of content.residents) people.addUser(resident);
}
