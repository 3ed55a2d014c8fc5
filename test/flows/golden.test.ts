import { type ConversationAnswers, faultsOf, readGolden, runConversations } from '../helpers/golden.ts';
import { startWholeBot, type WholeBot } from '../helpers/whole-bot.ts';

const conversations = readGolden();
/** Maximum share of conversations that are known to go wrong. */
const maxKnown = 0.06;
/** Maximum share of lines that the bot answers only after asking back. */
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

  it('seldom need a question back', () => {
    const turns = answers.flat();
    const askedBack = turns.filter((turn) => turn.askedBack).length;
    process.stdout.write(`asked back: ${askedBack} of ${turns.length} lines\n`);
    expect(askedBack / turns.length).toBeLessThanOrEqual(maxAskedBack);
  });

  it('go wrong in at most one of sixteen, and each of those is known', () => {
    const known = named.filter((one) => one.known);
    for (const { file, who, known: reason, at } of known) {
      const state = faultsIn(at).length === 0 ? 'mended' : 'known';
      process.stdout.write(`${state}: ${file}: ${who}: ${reason}\n`);
    }
    expect(known.length / conversations.length).toBeLessThanOrEqual(maxKnown);
  });
});
