import { startWholeBot, type WholeBot } from './helpers/whole-bot.ts';

describe('a resident who writes for the first time', () => {
  let whole: WholeBot;
  beforeAll(async () => {
    whole = await startWholeBot();
  });
  afterAll(async () => {
    await whole.stop();
  });

  test('is greeted with a menu, gets the steps, and is handed to a person when asking for one', async () => {
    const lan = await whole.newResident('Bà Lan');
    await lan.act('follow');
    const [welcome, ...more] = await lan.news();
    expect(more).toEqual([]);
    expect(welcome?.buttons).toHaveLength(5);

    await lan.write('quen mat khau etax thi lam sao');
    const [answer] = await lan.news();
    expect(answer?.text).toContain('VNeID');
    expect(answer?.text).toMatch(/^1\. /m);

    await lan.write('cho toi gap can bo');
    const [handoff] = await lan.news();
    expect(handoff?.text).toContain('yêu cầu 101');
  });
});
