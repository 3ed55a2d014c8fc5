import { createAlarm } from '../src/alarm.ts';
import { createAdjustableClock } from '../src/clock.ts';
import type { Logger } from '../src/logger.ts';
import { createMetrics } from '../src/metrics.ts';
import { type AlarmAddress, startAlarmAddress } from './helpers/alarm-address.ts';
import { until } from './helpers/until.ts';

describe('alarms', () => {
  let address: AlarmAddress;
  beforeEach(async () => {
    address = await startAlarmAddress();
  });
  afterEach(() => address.close());

  function start() {
    const logged: string[] = [];
    const note = (level: string) => (fields: { kind?: string; detail?: string }) =>
      logged.push([level, fields.kind, fields.detail].filter(Boolean).join(' '));
    const logger = { error: note('error'), warn: note('warn') } as unknown as Logger;
    const clock = createAdjustableClock({ now: () => 0 });
    const metrics = createMetrics();
    const due: (() => void)[] = [];
    const alarm = createAlarm({
      clock,
      logger,
      metrics,
      webhookUrl: address.url,
      later: (run) => due.push(run),
    });
    const hourPasses = () => {
      clock.advance(60 * 60_000);
      for (const run of due.splice(0)) run();
    };
    return { alarm, clock, logged, metrics, hourPasses };
  }

  it('about different tickets are each logged and counted, and posted together after the first', async () => {
    const { alarm, logged, metrics, hourPasses } = start();
    for (const detail of ['103: missed', '103: missed', '106: missed', '102: missed']) {
      alarm.raise('ticket-overdue', { oaId: 'oa', detail });
    }
    expect(logged).toEqual([
      'error ticket-overdue 103: missed',
      'warn ticket-overdue 103: missed',
      'error ticket-overdue 106: missed',
      'error ticket-overdue 102: missed',
    ]);
    expect(await metrics.text()).toContain('cau_noi_alarms_total{kind="ticket-overdue"} 4');
    await until('the first is posted', () => address.alarms.length === 1);
    hourPasses();
    await until('the rest is posted', () => address.alarms.length === 2);
    expect(address.alarms).toEqual([
      expect.objectContaining({ detail: '103: missed', count: 1 }),
      expect.objectContaining({ detail: '103: missed; 106: missed; 102: missed', count: 3 }),
    ]);
  });

  it('of another kind are posted at once', async () => {
    const { alarm } = start();
    alarm.raise('silence', { oaId: 'oa' });
    alarm.raise('ticket-unclaimed', { oaId: 'oa', detail: '107: nobody-took-it' });
    await until('both are posted', () => address.alarms.length === 2);
  });

  it('are posted at once again after a quiet hour', async () => {
    const { alarm, hourPasses } = start();
    alarm.raise('silence', { oaId: 'oa' });
    await until('it is posted', () => address.alarms.length === 1);
    hourPasses();
    alarm.raise('silence', { oaId: 'oa' });
    await until('it is posted again', () => address.alarms.length === 2);
  });

  it('are posted with the first after the hour when the timer is late, and not once more by it', async () => {
    const { alarm, clock, hourPasses } = start();
    const raise = (detail: string) => alarm.raise('wrong-app', { detail });
    for (const detail of ['a', 'b']) raise(detail);
    clock.advance(60 * 60_000);
    for (const detail of ['c', 'd']) raise(detail);
    await until('the second is posted', () => address.alarms.length === 2);
    hourPasses();
    await until('the third is posted', () => address.alarms.length === 3);
    expect(address.alarms).toEqual([
      expect.objectContaining({ detail: 'a', count: 1 }),
      expect.objectContaining({ detail: 'b; c', count: 2 }),
      expect.objectContaining({ detail: 'd', count: 1 }),
    ]);
  });
});
