import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { LoadOrder, LoadResult } from './generator.ts';

export interface LoadGenerator {
  /** @throws when the server closed the connection or answered anything but 200 */
  run(order: LoadOrder): Promise<LoadResult>;
  close(): void;
}

/** Generates load in a separate process, so that it takes no thread of the server under test. */
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
