import type { ConsoleParts } from '../console-parts.ts';
import { troublesOf } from './oa-troubles.ts';
import { readOas } from './read-oas.ts';
import { listPausedTopics } from './topic-pauses.ts';

/** Lines for the top of every page while an OA is broken, or the bot is paused about a topic. */
export interface BrokenOas {
  lines(now: number): Promise<readonly string[]>;
  /** Looks again for the next page: somebody has just changed something. */
  lookAgain(): void;
}

const keptMs = 20_000;

/** Looks at the OAs at most every 20 seconds, however many pages are opened. */
export function createBrokenOas(
  parts: Pick<ConsoleParts, 'db' | 'words' | 'officeHours' | 'topicTitle'>,
): BrokenOas {
  const { db, words, officeHours, topicTitle } = parts;
  const t = words.in('vi');
  let kept: { at: number; lines: readonly string[] } | undefined;
  return {
    async lines(now) {
      if (kept && Math.abs(now - kept.at) < keptMs) return kept.lines;
      const oas = await readOas(db, now);
      const lines = oas.flatMap((oa) => {
        const worst = troublesOf(oa, { now, officeHours }).find(({ isBroken }) => isBroken);
        const name = oa.name ?? oa.oaId;
        return worst ? [t(`console:zalo.line.${worst.kind}`, { name })] : [];
      });
      const topics = (await listPausedTopics(db)).map((topic) => topicTitle(topic) ?? topic);
      const paused = topics.length > 0 ? [t('console:zalo.line.topics', { topics: topics.join('; ') })] : [];
      kept = { at: now, lines: [...lines, ...paused] };
      return kept.lines;
    },
    lookAgain() {
      kept = undefined;
    },
  };
}
