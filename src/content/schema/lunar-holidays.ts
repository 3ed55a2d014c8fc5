import { z } from 'zod';

const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'must be yyyy-mm-dd');

/** `locales/<language>/lunar-holidays.yaml`: the lunar holidays, by year. */
export const lunarHolidaysFile = z
  .record(z.string().regex(/^\d{4}$/), z.strictObject({ tet: isoDate, gioTo: isoDate }))
  .check(({ value, issues }) => {
    for (const [year, days] of Object.entries(value)) {
      for (const [name, day] of Object.entries(days)) {
        if (day.startsWith(year)) continue;
        issues.push({ code: 'custom', path: [Number(year), name], message: `is not in ${year}`, input: day });
      }
    }
  });
