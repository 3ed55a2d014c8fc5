import fc from 'fast-check';
import type { Database } from '../../src/database/database.ts';
import { minuteMs } from '../../src/durations.ts';
import { createMemberWorld } from '../helpers/member-world.ts';
import { createTestDatabase } from '../helpers/test-database.ts';

const memberIds = ['ha', 'hai', 'hoa'];
const residentIds = ['r-1', 'r-2', 'r-3', 'r-4', 'r-5'];
/** Residents of the four tickets: the first resident has two, the fourth and fifth have none. */
const ticketResidents = ['r-1', 'r-2', 'r-3', 'r-1'];
const topics = ['vneid', 'land', 'residence', 'etax-mobile'];

type Deed =
  | { kind: 'resident'; resident: string }
  | { kind: 'words' | 'addressed' | 'mistake' | 'send' | 'drop' | 'quote'; member: string; ticket: number }
  | { kind: 'command'; member: string; ticket: number; word: string }
  | { kind: 'assign' | 'away'; member: string; ticket: number }
  | { kind: 'time'; minutes: number };

const member = fc.constantFrom(...memberIds);
const ticket = fc.nat(ticketResidents.length - 1);
const deed: fc.Arbitrary<Deed> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('resident' as const),
      resident: fc.constantFrom(...residentIds),
    }),
  },
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constantFrom(
        'words' as const,
        'words' as const,
        'addressed' as const,
        'send' as const,
        'drop' as const,
        'mistake' as const,
        'quote' as const,
      ),
      member,
      ticket,
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('command' as const),
      member,
      ticket,
      word: fc.constantFrom(
        'nhận việc',
        'nhận việc',
        'nhận việc',
        'tạm dừng',
        'nhắn tiếp',
        'trả lại',
        'không nhận được',
        'xem thêm',
        'tổ cấp trên',
        'chờ bà con',
      ),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constantFrom('assign' as const, 'away' as const), member, ticket }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('time' as const), minutes: fc.constantFrom(1, 5, 31, 240) }),
  },
);

describe('between three members and five residents', () => {
  let database: Database;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.close());

  test('no message ever reaches the wrong person, whatever members type and tap in whatever order', async () => {
    let relayed = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(deed, { minLength: 25, maxLength: 40 }), async (deeds) => {
        const run = await createRun(database);
        for (const one of deeds) await run.play(one);
        relayed += run.relayed();
        run.check();
      }),
      // A smaller example would take longer to find than the test may take.
      { numRuns: 40, endOnFailure: true },
    );
    // Enough messages went through for the property to mean something.
    expect(relayed).toBeGreaterThan(10);
  }, 600_000);
});

interface SentText {
  token: string;
  member: string;
}

/** Plays deeds and records, for every message of a member, the ticket it was meant for. */
async function createRun(database: Database) {
  const world = await createMemberWorld(database);
  const numbers: number[] = [];
  for (const [at, resident] of ticketResidents.entries()) {
    numbers.push(await world.world.open(resident, { topic: topics[at] }));
  }
  for (const id of memberIds) {
    await world.link(id);
    await world.write(id, 'trực');
  }
  await world.settle();
  let count = 0;
  const sentTexts: SentText[] = [];
  const numberOf = (at: number) => numbers[at] ?? 0;
  const residentOf = (number: number) => ticketResidents[numbers.indexOf(number)];
  const ownerOf = async (number: number) => (await world.world.ticket(number)).assignee_id;
  const problems: string[] = [];
  let seen = 0;

  /** The last button of this title that the member got; its data names the ticket. */
  const lastButton = (memberId: string, title: RegExp) =>
    world.sender.sent
      .filter(({ to }) => to.personId === memberId)
      .flatMap(({ content }) => (content.kind === 'text' ? (content.buttons ?? []) : []))
      .filter((button) => button.kind === 'reply' && title.test(button.title))
      .at(-1);

  /** Checks every message since the last call against the current assignees. */
  async function checkSent(
    before: Map<number, unknown>,
    meant: Map<string, number | undefined>,
  ): Promise<void> {
    for (const { to, content } of world.sender.sent.slice(seen)) {
      const text = 'text' in content ? (content.text ?? '') : '';
      for (const [token = '', who = ''] of text.matchAll(/\b([MR])\d+x\d+\b/g)) {
        if (who === 'M' && residentIds.includes(to.personId))
          checkToResident(to.personId, { token, text, before, meant });
        if (who === 'R' && memberIds.includes(to.personId)) await checkToMember(to.personId, { token, text });
        if (who === 'R' && residentIds.includes(to.personId) && !text.startsWith('re: ')) {
          problems.push(`a resident's ${token} came to the resident ${to.personId}`);
        }
      }
    }
    seen = world.sender.sent.length;
  }

  function checkToResident(
    resident: string,
    {
      token,
      text,
      before,
      meant,
    }: { token: string; text: string; before: Map<number, unknown>; meant: Map<string, number | undefined> },
  ): void {
    const sent = sentTexts.find((one) => one.token === token);
    const wanted = meant.get(token);
    const named = /trả lời yêu cầu (\d+)/.exec(text)?.[1];
    // A short head names no ticket: then it must be this resident's only assigned ticket.
    const number = Number(named ?? wanted);
    const others = numbers.filter((one) => one !== number && residentOf(one) === resident && before.get(one));
    if (!named && !text.toLowerCase().startsWith(`${sent?.member}:`))
      problems.push(`${token} says not who wrote it`);
    if (!named && others.length > 0)
      problems.push(`${token} does not say which of ${others} it is not about`);
    if (residentOf(number) !== resident) problems.push(`${token} about ${number} came to ${resident}`);
    if (before.get(number) !== sent?.member)
      problems.push(`${token} of ${sent?.member} went through ${number}, which was not theirs`);
    if (wanted !== number) problems.push(`${token} was meant for ${wanted} and went to ${number}`);
  }

  async function checkToMember(
    memberId: string,
    { token, text }: { token: string; text: string },
  ): Promise<void> {
    const resident = `r-${/^R(\d+)x/.exec(token)?.[1]}`;
    const number = Number(/\((\d+)\):/.exec(text)?.[1] ?? /Yêu cầu (\d+)/.exec(text)?.[1]);
    if (residentOf(number) !== resident) problems.push(`${token} was shown to ${memberId} under ${number}`);
    if (/\(\d+\):/.test(text) && (await ownerOf(number)) !== memberId) {
      problems.push(`${token} was passed to ${memberId}, who does not have ${number}`);
    }
  }

  /** The ticket that the member last confirmed for their messages. */
  const confirmed = new Map<string, number>();
  const waiting = new Map<string, SentText[]>();
  const meant = new Map<string, number | undefined>();

  async function sendText(memberId: string, text: string, token: string, more: object = {}): Promise<void> {
    sentTexts.push({ token, member: memberId });
    await world.write(memberId, text, more);
  }

  function keepBack(memberId: string, token: string): void {
    waiting.set(memberId, [...(waiting.get(memberId) ?? []), { token, member: memberId }]);
  }

  async function actAsMember(one: Exclude<Deed, { kind: 'resident' | 'time' }>): Promise<void> {
    const number = numberOf(one.ticket);
    const { member: memberId } = one;
    count += 1;
    const token = `M${memberIds.indexOf(memberId)}x${count}`;
    switch (one.kind) {
      case 'words': {
        meant.set(token, confirmed.get(memberId));
        keepBack(memberId, token);
        return sendText(memberId, `chao ${token}`, token);
      }
      case 'addressed':
        // The ticket is not theirs: the bot keeps the message back, like any that may go astray, until *Gửi*.
        if ((await ownerOf(number)) !== memberId) keepBack(memberId, token);
        else {
          meant.set(token, number);
          confirmed.set(memberId, number);
        }
        return sendText(memberId, `${number} chao ${token}`, token);
      case 'quote': {
        const card = world.sender.sent.find(
          ({ to, content }) =>
            to.personId === memberId && 'text' in content && content.text?.includes(`yêu cầu ${number}.`),
        );
        meant.set(token, number);
        if (!card) return;
        if ((await ownerOf(number)) === memberId) confirmed.set(memberId, number);
        // About a ticket that they no longer have it waits until they choose somebody else.
        else keepBack(memberId, token);
        return sendText(memberId, `chao ${token}`, token, { quotedMessageId: card.messageId });
      }
      case 'send': {
        const button = lastButton(memberId, /^Gửi(?! nhầm)/);
        if (button?.kind !== 'reply') return;
        const to = Number(button.meaning.data?.ticket);
        for (const pending of waiting.get(memberId) ?? []) meant.set(pending.token, to);
        confirmed.set(memberId, to);
        return world.write(memberId, button.text);
      }
      case 'drop':
        // Each waiting text is asked about by itself: the others go on waiting.
        return world.write(memberId, 'không gửi');
      case 'mistake':
        // What was taken back is offered for somebody else.
        for (const sent of sentTexts) if (sent.member === memberId) keepBack(memberId, sent.token);
        return world.write(memberId, 'gửi nhầm');
      case 'command':
        return world.write(memberId, `${one.word} ${number}`);
      case 'assign':
        await world.tickets.assign({ number, memberId, by: { operator: 'test' } });
        return world.settle();
      case 'away':
        await world.tickets.release({ number, by: { operator: 'test' } });
        return world.settle();
    }
  }

  async function play(one: Deed): Promise<void> {
    const before = new Map<number, unknown>();
    for (const number of numbers) before.set(number, await ownerOf(number));
    if (one.kind === 'time') {
      world.advance(one.minutes * minuteMs);
      await world.settle();
    } else if (one.kind === 'resident') {
      count += 1;
      await world.write(one.resident, `da R${one.resident.slice(2)}x${count}`);
      world.advance(21_000);
      await world.settle();
    } else await actAsMember(one);
    await checkSent(before, meant);
  }

  // Every resident ticket but one starts with an assignee.
  await play({ kind: 'command', member: 'hai', ticket: 0, word: 'nhận việc' });
  await play({ kind: 'command', member: 'hai', ticket: 1, word: 'nhận việc' });
  await play({ kind: 'command', member: 'hoa', ticket: 2, word: 'nhận việc' });
  await play({ kind: 'addressed', member: 'hoa', ticket: 2 });

  return {
    play,
    /** Number of members' messages that reached residents. */
    relayed: () =>
      world.sender.sent.filter(
        ({ to, content }) =>
          residentIds.includes(to.personId) && 'text' in content && /M\d+x/.test(content.text ?? ''),
      ).length,
    check() {
      expect(problems).toEqual([]);
    },
  };
}
