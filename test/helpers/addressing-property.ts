import fc from 'fast-check';
import { minuteMs } from '../../src/durations.ts';
import { canned, createMemberTalk, type MemberTalk, type ShownMessage } from './member-talk.ts';

const startAt = Date.parse('2026-10-07T09:00:00+07:00');
/** Two people share a name, and one name is too long for a button. */
const names = [
  'Bà Lan',
  'Bác Lan',
  'Cô Mai',
  'Nguyễn Công Tằng Tôn Nữ Thị Hoàng Hạnh Phúc',
  'Ông Tư',
  'Trần Văn Bình',
  'Chị Hà',
  'Em Nở',
];

type Deed =
  | {
      kind: 'text';
      style: 'plain' | 'addressed' | 'named' | 'picture' | 'captioned' | 'long' | 'polite';
      at: number;
    }
  | { kind: 'command' | 'answer'; words: string; at: number }
  | { kind: 'tap'; back: number; button: number }
  | { kind: 'world'; what: 'member' | 'colleague' | 'nobody' | 'writes'; at: number }
  | { kind: 'time'; minutes: number };

const at = fc.nat(names.length - 1);
/** `N` stands for the number of a ticket, `WHO` for its resident. */
const commands = [
  'nhận N',
  'nhận N',
  'nhận N',
  'cho em nhận N với',
  'N nhận nhé',
  'nhắn tiếp N',
  'nhắn tiếp N',
  'tạm dừng N',
  'xong N',
  'N xong',
  'xong',
  'trả lại N giúp em',
  'N trả lại nhé',
  'xem N',
  'N',
  '#N',
  'WHO',
  'việc của tôi',
  'bận',
  'nghỉ',
  'trực',
  'mẫu N',
  'ghi chú',
  'ghi chú N nhà cuối xóm',
  'gửi nhầm',
  'chuyển N',
  'hỏi như người dân',
  'tìm WHO',
  'xong WHO',
  'nhận cả',
  'bận ngày mai',
  'hôm nay còn việc gì',
];
const answers = [
  'gửi',
  'gửi đi nhé',
  'ừ',
  'bỏ',
  'không',
  'ghi chú',
  'cho người khác',
  'N',
  'WHO',
  'gửi WHO',
  'gửi N',
  'không, gửi cho WHO',
  'nhầm, câu đó gửi WHO',
  '1',
  '2',
];

const deed: fc.Arbitrary<Deed> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('text' as const),
      style: fc.constantFrom(
        'plain' as const,
        'plain' as const,
        'plain' as const,
        'addressed' as const,
        'named' as const,
        'picture' as const,
        'captioned' as const,
        'long' as const,
        'polite' as const,
      ),
      at,
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({ kind: fc.constant('command' as const), words: fc.constantFrom(...commands), at }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('answer' as const), words: fc.constantFrom(...answers), at }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('tap' as const),
      // Mostly the newest messages; an old one as on a second phone.
      back: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(40) }),
      button: fc.oneof({ weight: 2, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(4) }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('world' as const),
      what: fc.constantFrom('member' as const, 'colleague' as const, 'nobody' as const, 'writes' as const),
      at,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('time' as const), minutes: fc.constantFrom(1, 11, 31) }),
  },
);

/** A question about one text: the text, and the resident that it names if it names one. */
interface Question {
  quote: string;
  ticket: number | undefined;
}

function questionIn({ text }: ShownMessage): Question | undefined {
  const asked = /Gửi cho [^“]*?\((\d+)\): “([\s\S]*)”\?$/.exec(text);
  if (asked) return { ticket: Number(asked[1]), quote: asked[2] ?? '' };
  const listed = /(?:Tin này chưa gửi cho ai|Câu vừa rút lại): “([\s\S]*?)”\. (?:Gửi|Hiện không)/.exec(text);
  return listed ? { ticket: undefined, quote: listed[1] ?? '' } : undefined;
}

/** What the member may expect to go out in a turn, from what their phone showed before it. */
interface Expected {
  /** The texts that may go out; undefined: the one that they wrote. */
  quote: string | undefined;
  tickets: number[];
}

const nothing: Expected = { quote: '', tickets: [] };

/** Plays one random member and checks every turn against what their phone showed. @returns how many messages went out */
async function playMember(count: number, deeds: readonly Deed[]): Promise<number> {
  const own = names.slice(0, count);
  const talk = createMemberTalk(own, startAt);
  const run = createRun(talk, own);
  for (const index of own.keys()) await talk.write(`nhận ${101 + index}`);
  for (const one of deeds) await run.play(one);
  run.checkNothingLost();
  return talk.sent.length;
}

function createRun(talk: MemberTalk, own: readonly string[]) {
  const typed = new Map<string, { turnShown: ShownMessage[]; notes: number }>();
  /** Everything that they wrote, also without the number before it. */
  const written = new Set<string>([canned.text]);
  let serial = 0;
  const numberOf = (index: number) => 101 + (index % own.length);
  const nameOf = (index: number) => own[index % own.length] ?? '';
  const fill = (words: string, index: number) =>
    words.replace('N', String(numberOf(index))).replace('WHO', nameOf(index));
  const namesakes = (index: number) =>
    own.flatMap((name, position) =>
      name.split(' ').at(-1) === nameOf(index).split(' ').at(-1) ? numberOf(position) : [],
    );
  const lastQuestion = () => talk.shown.map(questionIn).findLast((one) => one !== undefined);

  /** The resident of a talk that goes on without questions: the last one confirmed, if nothing else was chosen since. */
  const liveTicket = (): number | undefined => {
    let live: number | undefined;
    for (const { text } of talk.shown) {
      const sent = /^Đã gửi [^“]*?\((\d+)\)/.exec(text)?.[1];
      const chosen = /^(?:Đã nhận yêu cầu (\d+)|Tin gõ từ giờ gửi cho .*\((\d+)\))/.exec(text);
      if (sent) live = Number(sent);
      else if (chosen && Number(chosen[1] ?? chosen[2]) !== live) live = undefined;
    }
    return live;
  };

  const write = async (text: string, expected: Expected, pictures = 0) => {
    const before = { sent: talk.sent.length, shown: talk.shown.length, notes: talk.notes.length };
    const attachments = Array.from({ length: pictures }, (_, index) => ({
      kind: 'image' as const,
      url: `https://a.test/${serial}-${index}.jpg`,
    }));
    written.add(text).add(text.replace(/^\d+ /, ''));
    await talk.write(text, attachments);
    const answers = talk.shown.slice(before.shown);
    if (answers.length === 0 && text !== '') throw new Error(`no reply to "${text}"`);
    const sent = talk.sent.slice(before.sent);
    if (sent.length > 1) throw new Error(`${sent.length} messages went out at once after "${text}"`);
    for (const one of sent) {
      const said = [one.text, ...Array.from({ length: one.pictures }, () => '[ảnh]')]
        .filter(Boolean)
        .join(' ');
      if (!expected.tickets.includes(one.ticket)) {
        throw new Error(`"${text}" sent "${said}" to ${one.ticket}, expected ${expected.tickets}`);
      }
      if (expected.quote !== undefined && expected.quote !== said) {
        throw new Error(`"${text}" sent "${said}" instead of "${expected.quote}"`);
      }
      const named = answers.some(
        (answer) => answer.text.startsWith('Đã gửi') && answer.text.includes(`(${one.ticket})`),
      );
      if (!named) throw new Error(`the member does not read that "${said}" went to ${one.ticket}`);
    }
    return answers;
  };

  const texts: Record<Extract<Deed, { kind: 'text' }>['style'], (index: number) => Promise<void>> = {
    plain: (index) => type(`bác xem giúp cháu x${serial}x`, index),
    addressed: (index) => type(`bác mang giấy x${serial}x`, index, { prefix: `${numberOf(index)} ` }),
    // Goes out at once only to the resident that they write to anyway, and not while another one is called so.
    named: (index) => {
      const called = namesakes(index).filter(talk.owns);
      return type(`${nameOf(index)} ơi x${serial}x`, index, called.length > 0 ? { only: called } : {});
    },
    picture: (index) => type('', index, { pictures: 1 }),
    captioned: (index) => type(`ảnh x${serial}x đây bác`, index, { pictures: 2 }),
    long: (index) => type(`x${serial}x ${'dài '.repeat(600).trim()}`, index),
    polite: (index) => type(`xong nhé x${serial}x`, index),
  };

  const type = async (
    text: string,
    index: number,
    { prefix = '', pictures = 0, only }: { prefix?: string; pictures?: number; only?: number[] } = {},
  ) => {
    const current = liveTicket();
    const live = current !== undefined && only?.includes(current) === false ? undefined : current;
    const notes = talk.notes.length;
    // A number that is no ticket of the member is part of the text.
    const kept = talk.owns(numberOf(index)) ? text : prefix + text;
    const said = [kept, ...Array.from({ length: pictures }, () => '[ảnh]')].filter(Boolean).join(' ');
    const tickets = prefix === '' ? (live === undefined ? [] : [live]) : [numberOf(index)];
    const turnShown = await write(prefix + text, { quote: said, tickets }, pictures);
    if (kept !== '') typed.set(kept, { turnShown, notes });
  };

  const answer = async (words: string, index: number) => {
    const text = fill(words, index);
    const question = lastQuestion();
    const isName = words.includes('WHO') || words.includes('N');
    const same = namesakes(index);
    const ofList =
      question?.ticket === undefined || /^\d$/.test(words)
        ? own.map((_, position) => numberOf(position))
        : [];
    const tickets = isName
      ? words.includes('WHO')
        ? same
        : [numberOf(index)]
      : [question?.ticket ?? [], ofList].flat();
    // Without a question it is text like any other.
    const live = liveTicket() ?? [];
    await write(text, { quote: undefined, tickets: [question ? tickets : [], live].flat() });
  };

  const tap = async (back: number, position: number) => {
    const message = talk.shown.at(-1 - back);
    const button = message?.buttons[position];
    if (!message || !button) return;
    const question = questionIn(message);
    const named = /^Gửi .*\((\d+)\)$/.exec(button.title)?.[1];
    const sends = button.meaning.step === 'send' && question;
    if (sends && question.ticket === undefined && named === undefined) {
      throw new Error(`a button that sends names nobody: ${button.title}`);
    }
    const ticket = named === undefined ? question?.ticket : Number(named);
    await write(
      button.text,
      sends && ticket !== undefined ? { quote: question.quote, tickets: [ticket] } : nothing,
    );
  };

  return {
    async play(one: Deed): Promise<void> {
      serial += 1;
      if (one.kind === 'text') return texts[one.style](one.at);
      if (one.kind === 'answer') return answer(one.words, one.at);
      if (one.kind === 'tap') return tap(one.back, one.button);
      if (one.kind === 'time') return talk.advance(one.minutes * minuteMs);
      if (one.kind === 'command') {
        // "412" and "bà Lan" may answer a question; a lone word may be for the resident of a live talk.
        const isAnswer = ['N', 'WHO', 'ghi chú'].includes(one.words);
        if (isAnswer) return answer(one.words, one.at);
        await write(fill(one.words, one.at), nothing);
        return;
      }
      if (one.kind !== 'world') return;
      if (one.what === 'writes') return talk.residentWrites(numberOf(one.at));
      talk.give(numberOf(one.at), one.what);
    },
    /** Every text is with a resident, a note, still pending, or the member read that it goes to nobody. */
    checkNothingLost(): void {
      const { pending } = talk.chat();
      const all = talk.shown.map(({ text }) => text).join('\n');
      for (const [text, { turnShown }] of typed) {
        const sent = talk.sent.filter((one) => one.text === text).length;
        const noted = talk.notes.filter((one) => one.text === text).length;
        const waits = pending.filter((one) => one.text === text).length;
        if (sent + noted + waits > 1)
          throw new Error(`"${text}": sent ${sent}, noted ${noted}, pending ${waits}`);
        const isTakenBack = talk.retracted.some((one) => one.text === text);
        if (sent + noted + waits === 1 || isTakenBack) continue;
        const isTold = all.includes(`gửi cho ai: “${text}`) || all.includes(`nay bỏ: “${text}`);
        const isRefused = turnShown.some((one) => /chưa gửi cho ai|không gửi cho ai/.test(one.text));
        if (!isTold && !isRefused) throw new Error(`"${text}" is lost`);
      }
      const strange = talk.sent.filter(({ text }) => text !== '' && !written.has(text));
      if (strange.length > 0) throw new Error(`sent but never typed: ${JSON.stringify(strange)}`);
    },
  };
}

/**
 * Random members with one to eight tickets: no text reaches another resident than the one that the member's phone
 * named for it, no two texts are joined, no note goes out, and nothing is lost.
 * @returns how many messages reached residents
 */
export async function checkAddressing(numRuns: number): Promise<number> {
  let sent = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: names.length }),
      fc.array(deed, { minLength: 15, maxLength: 40 }),
      async (count, deeds) => {
        sent += await playMember(count, deeds);
      },
    ),
    { numRuns },
  );
  return sent;
}
