import { moreWaitMs } from '../../src/intents/is-incomplete.ts';
import { startWholeBot, type WholeBot } from '../helpers/whole-bot.ts';

let world: WholeBot;

beforeAll(async () => {
  world = await startWholeBot({ moreWaitMs });
}, 60_000);
afterAll(() => world.stop());

/** The bot's replies to several messages written in quick succession. */
async function addMessages(...lines: string[]): Promise<string[]> {
  const resident = await world.newResident();
  for (const line of lines) await resident.write(line);
  return (await resident.news()).map(({ text }) => text);
}

describe('residents who press send before they are done', () => {
  it('get one answer to all that they wrote', async () => {
    const inPieces = await addMessages('cho em hỏi', 'cái thuế đất', 'nộp ở đâu');
    expect(inPieces).toHaveLength(1);
    expect(inPieces).toEqual(await addMessages('cho em hỏi cái thuế đất nộp ở đâu'));
  });

  it('are asked for their question when they write no more', async () => {
    const resident = await world.newResident();
    await resident.write('cho tôi hỏi với');
    await world.simulator.settled();
    expect(await resident.messages()).toHaveLength(1);
    await world.advance(moreWaitMs);
    const [reply] = await resident.news();
    expect(reply?.text).toContain('hỏi');
    expect(reply?.buttons.length).toBeGreaterThan(0);
  });
});
