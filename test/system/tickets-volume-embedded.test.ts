import { nothingForgotten, openManyTickets, volumeTestMs } from '../helpers/ticket-volume.ts';

/** The embedded database serves small offices, so it gets fewer. */
const count = Number(process.env.FOLLOW_UPS ?? 3_000);

test(
  `each of ${count} follow-ups at once has one team and all its timers, and after 30 days nothing is pending, on the embedded database`,
  async () => {
    expect(await openManyTickets({ count })).toEqual(nothingForgotten(count));
  },
  volumeTestMs,
);
