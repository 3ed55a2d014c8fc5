import { hourMs, minuteMs } from '../../src/durations.ts';
import type { ReplyButton } from '../../src/message.ts';
import { foldText } from '../../src/nlu/text/fold-text.ts';
import { oaId } from './actor-fixture.ts';
import type { TalkWorld } from './talk-world.ts';

/** Does what a person does in a talk, and checks after each step what must never be wrong. */
export interface TalkWatch {
  write(text: string): Promise<void>;
  tap(button: ReplyButton): Promise<void>;
  happen(event: Parameters<TalkWorld['happen']>[1]): Promise<void>;
  memberActs(memberId: string, text: string): Promise<void>;
  pass(ms: number): Promise<void>;
  faults: string[];
  /** Numbers of the resident's tickets. */
  tickets: number[];
  transcript(): string;
}

const confirmMs = 10 * minuteMs;
const waitMs = 24 * hourMs;
const callsOff = /^(?:thôi không cần nữa|rút yêu cầu|tôi hủy yêu cầu|tự làm được rồi, không cần gọi nữa)$/;
const stops = /^(?:đừng xoá|thôi, đừng xoá|hủy yêu cầu xoá|giữ lại)$/;

export function createTalkWatch(world: TalkWorld, personId: string): TalkWatch {
  const { db, members } = world;
  const lines: string[] = [];
  const faults: string[] = [];
  const written: string[] = [];
  const phones: string[] = [];
  let tickets: number[] = [];
  let askedAt = Number.NEGATIVE_INFINITY;
  /** The resident has confirmed in this step what the bot asked less than ten minutes ago. */
  let confirms = false;
  let isErased = false;
  let inDangerUntil = 0;

  const fail = (fault: string) => faults.push(fault);
  const load = async () => {
    const own = await db
      .selectFrom('tickets')
      .innerJoin('conversations', 'conversations.id', 'tickets.conversation_id')
      .selectAll('tickets')
      .where('person_id', '=', personId)
      .orderBy('tickets.id')
      .execute();
    const erasures = await db
      .selectFrom('erasure_requests')
      .selectAll()
      .where('oa_id', '=', oaId)
      .where('person_id', '=', personId)
      .execute();
    return { own, erasures };
  };
  type Loaded = Awaited<ReturnType<typeof load>>;

  /** Runs one act and checks what was said and done. */
  async function step(name: string, act: () => Promise<void>, isWithdrawal = false): Promise<void> {
    const before = await load();
    const sent = members.sender.sent.length;
    lines.push(`> ${name}`);
    await act();
    const said = members.sender.sent
      .slice(sent)
      .filter(({ to }) => to.personId === personId)
      .flatMap(({ content }) => (content.kind === 'text' ? [content.text] : []));
    for (const text of said) lines.push(`< ${text}`);
    const after = await load();
    tickets = after.own.map(({ number }) => number);
    for (const text of said) checkPromises(text, after);
    checkPhones(after);
    checkErasure(before, after, isWithdrawal);
    await checkBriefs(before, after);
    if (said.some((text) => text.includes('không lấy lại được'))) askedAt = members.now();
    if (said.some((text) => /gọi 1\d\d|113|115|114|111/.test(text)))
      inDangerUntil = members.now() + 2 * hourMs;
    confirms = false;
  }

  function checkPromises(text: string, { own }: Loaded): void {
    const number = Number(/(?:yêu cầu|việc) (\d+)/i.exec(text)?.[1]);
    const ticket = own.find((one) => one.number === number);
    if (/sẽ gọi/.test(text) && !ticket?.phone_encrypted) fail(`promises a call without a number: ${text}`);
    if (/đã nhận yêu cầu/.test(text) && !ticket?.assignee_id) fail(`nobody has it: ${text}`);
    if (
      /đã gửi kèm|đã chuyển đi|ghi thêm vào yêu cầu|(?:Tổ|Bàn trực)[^.]* sẽ (?:trả lời|gọi|liên lạc)/.test(
        text,
      )
    ) {
      if (!ticket) fail(`no such ticket: ${text}`);
      else if (ticket.status === 'resolved') fail(`the ticket is closed: ${text}`);
      else if (!ticket.team_id) fail(`no team has it: ${text}`);
    }
    if (/đã dừng yêu cầu/.test(text) && ticket?.status !== 'resolved') fail(`it is not stopped: ${text}`);
  }

  function checkPhones({ own }: Loaded): void {
    for (const { number, phone_encrypted: phone } of own) {
      if (phone !== null && !phones.includes(phone))
        fail(`ticket ${number} has a number that nobody gave: ${phone}`);
    }
  }

  function checkErasure(before: Loaded, after: Loaded, isWithdrawal: boolean): void {
    const fresh = after.erasures.filter(({ id }) => !before.erasures.some((one) => one.id === id));
    if (fresh.length > 0 && !confirms && !isWithdrawal)
      fail('an erasure was requested without its confirmation');
    for (const { due_at, requested_at, done_at, stopped_at } of after.erasures) {
      if (due_at !== requested_at + waitMs) fail('an erasure does not wait 24 hours');
      if (done_at !== null && done_at < due_at) fail('it was erased before it was due');
      if (done_at !== null && stopped_at !== null) fail('a stopped erasure was done');
      if (done_at !== null) isErased = true;
    }
    if (!isErased && before.own.length > after.own.length) fail('a ticket is gone without an erasure');
  }

  /** The brief of a new ticket has the resident's own last messages, in their order. */
  async function checkBriefs(before: Loaded, after: Loaded): Promise<void> {
    for (const { number, summary } of after.own) {
      if (before.own.some((one) => one.number === number)) continue;
      const texts = summary.messages.filter(({ from }) => from === 'resident').map(({ text }) => text);
      const own = written.slice(-texts.length);
      if (!isErased && texts.join('\n') !== own.join('\n'))
        fail(`the brief of ${number} is not what was written:\n${texts.join(' | ')}\n${own.join(' | ')}`);
    }
    if (isErased) return;
    const { count } = await db
      .selectFrom('incoming_events')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .where('person_id', '=', personId)
      .where('kind', '=', 'message')
      .executeTakeFirstOrThrow();
    if (Number(count) !== written.length) fail(`${count} of ${written.length} messages are left`);
  }

  async function send(text: string): Promise<void> {
    const before = await load();
    const waiting = before.erasures.filter(
      ({ done_at, stopped_at }) => done_at === null && stopped_at === null,
    );
    const open = before.own.filter(({ status }) => status !== 'resolved');
    const isFresh = members.now() - askedAt < confirmMs;
    confirms = isFresh && foldText(text) === 'xoa du lieu cua toi';
    const digits = /0\d{9}/.exec(text.replaceAll(' ', ''))?.[0];
    if (digits) phones.push(`sealed:84${digits.slice(1)}`);
    written.push(text);
    await step(text, async () => {
      await world.happen(personId, { kind: 'message', text });
      written[written.length - 1] = await world.storedText(personId);
    });
    const after = await load();
    if (callsOff.test(text) && open.length === 1 && members.now() > inDangerUntil) {
      const number = open[0]?.number;
      if (after.own.find((one) => one.number === number)?.status !== 'resolved')
        fail(`ticket ${number} is open after it was called off`);
    }
    if (stops.test(text) && waiting.length > 0) {
      const still = after.erasures.find(({ id }) => id === waiting[0]?.id);
      if (still && still.stopped_at === null && still.done_at === null) fail('the erasure was not stopped');
    }
  }

  return {
    write: send,
    tap: ({ text }) => send(text),
    happen: (event) => {
      if (event.kind === 'contact-shared') phones.push(`sealed:${event.phone}`);
      return step(`(${event.kind})`, () => world.happen(personId, event), event.kind === 'withdrawn');
    },
    memberActs: (memberId, text) =>
      step(`(${memberId}: ${text})`, () => world.happen(memberId, { kind: 'message', text })),
    pass: (ms) =>
      step(`(${ms / minuteMs} minutes)`, async () => {
        members.advance(ms);
        await members.settle();
        await world.erase();
      }),
    faults,
    get tickets() {
      return tickets;
    },
    transcript: () => lines.join('\n'),
  };
}
