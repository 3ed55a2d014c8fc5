import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { LoadOrder, LoadResult } from './generator.ts';

export interface LoadGenerator {
  /** @throws when the server went away, or answered anything but 200 */
  run(order: LoadOrder): Promise<LoadResult>;
  close(): void;
}

/** A process of its own that makes load, so that making it costs the server under test no thread of its process. */
export function startLoadGenerator(): LoadGenerator {
  const entry = fileURLToPath(new URL('./generator.ts', import.meta.url));
  const child = fork(entry, { execArgv: ['--import', 'tsx'] });
  return {
    async run(order) {
      child.send(order);
      const [answer] = (await once(child, 'message')) as [{ result?: LoadResult; error?: string }];
      if (!answer.result) throw new Error(`the load could not be made: ${answer.error}`);
      const { statuses } = answer.result;
      if (Object.keys(statuses).some((status) => status !== '200')) {
        throw new Error(`not every delivery was taken: ${JSON.stringify(statuses)}`);
      }
      return answer.result;
    },
    close: () => child.disconnect(),
  };
}
