import { minuteMs } from '../../src/durations.ts';
import { makeDistrictLocales } from '../helpers/district-locales.ts';
import { members, type StaffedOffice, staffOffice } from '../helpers/staffed-office.ts';
import { startWholeBot, type WholeBot } from '../helpers/whole-bot.ts';

describe.each([
  ['the office', async () => undefined],
  ['another district', makeDistrictLocales],
])('a ticket from beginning to end in %s', (_where, makeLocales) => {
  let whole: WholeBot;
  let office: StaffedOffice;
  let locales: Awaited<ReturnType<typeof makeDistrictLocales>> | undefined;

  beforeAll(async () => {
    locales = await makeLocales();
    whole = await startWholeBot({
      simulator: { switches: { receipts: 'seen' } },
      ...(locales && { locales: locales.folder }),
    });
    office = await staffOffice(whole);
  });
  afterAll(async () => {
    await whole.stop();
    await locales?.remove();
  });

  test('asked, routed, no reaction, the cluster answers, not done, done, rated', async () => {
    const { tickets } = whole.bot.dependencies;
    const lan = await whole.newResident('Bà Lan');
    const hears = async () => (await lan.news()).map(({ text }) => text);

    await lan.write('cho toi gap can bo');
    const [asked] = await hears();
    const number = Number(/yêu cầu (\d+)/.exec(asked ?? '')?.[1]);
    expect(number).toBeGreaterThanOrEqual(101);
    // A Wednesday at 8:00; the commune answers within four office hours.
    expect(asked).toContain(`Tổ thử ${office.commune.name} sẽ trả lời trước 2 giờ chiều nay`);
    expect(asked).toContain('nhà ở thôn nào ạ?');

    await lan.write(`thôn ${office.village.name}`);
    expect((await hears()).join()).toContain(`Tổ thử ${office.village.name} sẽ trả lời yêu cầu ${number}`);
    expect(await office.ticket(number)).toMatchObject({
      team_id: 'to-thon',
      area_id: office.village.areaId,
      status: 'new',
    });

    await whole.advance(20 * minuteMs);
    await whole.settled();
    await whole.advance(20 * minuteMs);
    expect((await hears()).join()).toContain(
      `yêu cầu ${number} nay do Tổ thử cụm ${office.cluster.name} lo`.slice(8),
    );

    const [nga = ''] = members.cluster;
    expect(await tickets.answer({ number, by: { memberId: nga }, text: 'Mai cháu qua nhà ạ' })).toEqual({
      kind: 'done',
      way: 'now',
    });
    expect(await hears()).toEqual([
      expect.stringContaining('Chị Nga, '),
      expect.stringContaining('Mai cháu qua nhà ạ'),
    ]);

    await lan.write('vang toi o nha ca ngay');
    expect(await hears()).toEqual([]);

    await tickets.resolve({ number, by: { memberId: nga }, done: 'visited' });
    const [survey] = await lan.news();
    expect(survey?.text).toContain(`Yêu cầu ${number}: việc đã xong chưa ạ?`);
    expect(survey?.buttons.map(({ title }) => title)).toEqual(['Xong rồi', 'Chưa xong']);

    await lan.tap('Chưa xong');
    expect((await hears()).join()).toContain(`đã mở lại yêu cầu ${number}. Tổ thử ${office.commune.name}`);

    const [lien = ''] = members.commune;
    await tickets.resolve({ number, by: { memberId: lien }, done: 'called' });
    await hears();
    await lan.tap('Xong rồi');
    const [rating] = await lan.news();
    expect(rating?.buttons.map(({ title }) => title)).toEqual(['1', '2', '3', '4', '5']);
    await lan.write('5');
    expect((await hears()).join()).toContain('cảm ơn');
    expect(await office.ticket(number)).toMatchObject({ status: 'resolved', reason: 'solved', rating: 5 });

    expect((await office.timeline(number)).filter((line) => !line.startsWith('offered'))).toEqual([
      'opened (nearest)',
      'transferred (place-told)',
      'escalated (nobody-took-it)',
      'claimed',
      'answered',
      'noted (message)',
      'resolved (solved)',
      'reopened (not-done)',
      'escalated (not-done)',
      'claimed',
      'resolved (solved)',
      'noted (rated)',
    ]);
  });
});
