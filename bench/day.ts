import { createTestDatabase } from '../test/helpers/test-database.ts';
import { runTicketDay } from '../test/helpers/ticket-day.ts';

export interface DaySize {
  tickets: number;
  members: number;
  seed: number;
}

const shownFaults = 20;

/** Plays a day of tickets and prints what happened and what does not add up. @returns whether everything adds up */
export async function benchDay(size: DaySize, write: (text: string) => void): Promise<boolean> {
  const startedAt = performance.now();
  const seconds = () => `${Math.round((performance.now() - startedAt) / 1000)} s`;
  const database = await createTestDatabase({ isOwn: true });
  try {
    const report = (line: string) => write(`${seconds()}: ${line}\n`);
    const { faults, counts } = await runTicketDay({ database, ...size, report });
    for (const [what, count] of Object.entries(counts)) write(`${what}: ${count}\n`);
    for (const fault of faults.slice(0, shownFaults)) write(`  ${fault}\n`);
    write(`${faults.length} faults after ${seconds()}\n`);
    return faults.length === 0;
  } finally {
    await database.close();
  }
}
