import {
  type ConversationAnswers,
  faultsOf,
  type Golden,
  readGolden,
  runConversations,
} from '../helpers/golden.ts';
import { createTicketWorld, staffVillage } from '../helpers/golden-tickets.ts';
import { staffOffice } from '../helpers/staffed-office.ts';
import { startWholeBot, type WholeBot } from '../helpers/whole-bot.ts';

const isAtNight = ({ file }: Golden) => file === 'at-night.yaml';
const talks = readGolden('handover');
const times = [
  {
    when: 'in the morning',
    at: '2026-10-07T09:00:00+07:00',
    conversations: talks.filter((one) => !isAtNight(one)),
  },
  { when: 'late in the evening', at: '2026-10-07T22:15:00+07:00', conversations: talks.filter(isAtNight) },
];

describe.each(times)('talks around a hand-over, $when', ({ at, conversations }) => {
  let whole: WholeBot;
  let answers: ConversationAnswers[];

  beforeAll(async () => {
    whole = await startWholeBot({ at: Date.parse(at) });
    await staffOffice(whole);
    await staffVillage(whole, 'to-doi-dung', 'Đồi Dùng');
    answers = await runConversations(whole, conversations, createTicketWorld(whole));
  }, 240_000);
  afterAll(() => whole.stop());

  const faultsIn = (number: number) =>
    (conversations[number]?.turns ?? []).flatMap((turn, round) => {
      const { replies = [], ticketFaults = [] } = answers[number]?.[round] ?? {};
      return [...faultsOf(turn, replies), ...ticketFaults.map((fault) => `"${turn.says}": ${fault}`)];
    });
  const named = conversations.map(({ who, known }, number) => ({ who, known, number }));

  it.each(named.filter(({ known }) => !known))('$who', ({ number }) => {
    expect(faultsIn(number).join('\n\n')).toBe('');
  });

  it('go wrong in at most one of fifteen, and each of those is known', () => {
    const known = named.filter((one) => one.known);
    for (const { who, known: reason, number } of known) {
      const state = faultsIn(number).length === 0 ? 'mended' : 'known';
      process.stdout.write(`${state}: ${who}: ${reason}\n`);
    }
    expect(known.length).toBeLessThanOrEqual(talks.length / 15);
  });
});
