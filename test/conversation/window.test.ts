import { createWindow } from '../../src/conversation/window.ts';

const at = (local: string) => Date.parse(`${local}+07:00`);
const wroteAt = at('2026-10-07T08:00:00');
const windowAt = createWindow();

describe('the message window of a person', () => {
  it.each([
    ['free just before 48 hours', '2026-10-09T07:59:59', 'free'],
    ['paid from 48 hours on', '2026-10-09T08:00:00', 'paid'],
    ['paid just before 7 days', '2026-10-14T07:59:59', 'paid'],
    ['closed from 7 days on', '2026-10-14T08:00:00', 'closed'],
  ])('is %s', (_when, now, state) => {
    expect(windowAt(wroteAt, at(now)).state).toBe(state);
  });

  it('is closed for a person who never wrote', () => {
    expect(windowAt(null, wroteAt).state).toBe('closed');
  });

  it('follows the rule in force on the day, whatever the order of the rules', () => {
    const changing = createWindow([
      { from: '2026-10-09', freeHours: 24, paidHours: 24, remindHours: [12, 3], keepOpenHours: 20 },
      { from: '2023-01-01', freeHours: 48, paidHours: 168, remindHours: [24, 6], keepOpenHours: 40 },
    ]);
    expect(changing(wroteAt, at('2026-10-08T23:00:00')).state).toBe('free');
    expect(changing(wroteAt, at('2026-10-09T00:00:00')).state).toBe('closed');
    const later = at('2026-10-10T08:00:00');
    expect(changing(later, later)).toMatchObject({
      remindAt: [at('2026-10-10T20:00:00'), at('2026-10-11T05:00:00')],
      keepOpenAt: at('2026-10-11T04:00:00'),
    });
  });
});
