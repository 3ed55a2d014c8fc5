import { type ConversationAnswers, faultsOf, readGolden, runConversations } from '../helpers/golden.ts';
import { startWholeBot, type WholeBot } from '../helpers/whole-bot.ts';

const conversations = readGolden();
/** Conversations that go wrong and are known to: at most this share. */
const maxKnown = 0.05;
/** Lines that the bot answers only after asking back: at most this share. */
const maxAskedBack = 0.1;

describe('conversations as they should go', () => {
  let whole: WholeBot;
  let answers: ConversationAnswers[];

  beforeAll(async () => {
    whole = await startWholeBot();
    answers = await runConversations(whole, conversations);
  }, 120_000);
  afterAll(async () => {
    await whole.stop();
  });

  const faultsIn = (at: number) =>
    (conversations[at]?.turns ?? []).flatMap((turn, number) =>
      faultsOf(turn, answers[at]?.[number]?.replies ?? []),
    );

  const named = conversations.map(({ file, who, known }, at) => ({ file, who, known, at }));

  it.each(named.filter(({ known }) => !known))('$file: $who', ({ at }) => {
    expect(faultsIn(at).join('\n\n')).toBe('');
  });

  it('are at least 150, over all topics', () => {
    expect(conversations.length).toBeGreaterThanOrEqual(150);
  });

  it('are seldom held up by asking back', () => {
    const turns = answers.flat();
    const askedBack = turns.filter((turn) => turn.askedBack).length;
    process.stdout.write(`asked back: ${askedBack} of ${turns.length} lines\n`);
    expect(askedBack / turns.length).toBeLessThanOrEqual(maxAskedBack);
  });

  it('go wrong in at most one of twenty, and each of those is known', () => {
    const known = named.filter((one) => one.known);
    for (const { file, who, known: reason, at } of known) {
      const state = faultsIn(at).length === 0 ? 'mended' : 'known';
      process.stdout.write(`${state}: ${file}: ${who}: ${reason}\n`);
    }
    expect(known.length / conversations.length).toBeLessThanOrEqual(maxKnown);
  });
});
