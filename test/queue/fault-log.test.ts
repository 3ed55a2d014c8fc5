import { createAdjustableClock } from '../../src/clock.ts';
import { type Logger, silentLogger } from '../../src/logger.ts';
import { createFaultLog } from '../../src/queue/fault-log.ts';

test('logs one fault a minute, with their number', () => {
  const lines: object[] = [];
  const logger: Logger = { ...silentLogger, warn: (fields) => void lines.push(fields) };
  const clock = createAdjustableClock({ now: () => 0 });
  const onFault = createFaultLog({ clock, logger });
  for (let second = 0; second < 90; second += 1) {
    onFault(new Error('connect ECONNREFUSED'));
    clock.advance(1000);
  }
  expect(lines).toEqual([
    { reason: 'connect ECONNREFUSED', faults: 1 },
    { reason: 'connect ECONNREFUSED', faults: 60 },
  ]);
});
