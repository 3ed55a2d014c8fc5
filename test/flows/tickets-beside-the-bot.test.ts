import { dayMs, hourMs, minuteMs } from '../../src/durations.ts';
import { makeDistrictLocales } from '../helpers/district-locales.ts';
import { members, type StaffedOffice, staffOffice } from '../helpers/staffed-office.ts';
import { type Resident, startWholeBot, type WholeBot } from '../helpers/whole-bot.ts';

const [hoa = ''] = members.village;
const fridayEvening = Date.parse('2026-10-09T17:40:00+07:00');
const beforeTet = Date.parse('2026-02-13T16:30:00+07:00');

interface Place {
  name: string;
  makeLocales(): Promise<{ folder: string; remove(): Promise<void> } | undefined>;
  /** A question that the bot answers, a phrase of its answer, and a question of another topic. */
  question: string;
  answer: string;
  otherQuestion: string;
  /** A village, typed without diacritics, that has two matches; and the result when it is typed again. */
  ambiguous: { village: string; settled: object; why: string };
  /** The phone number for danger, if the office has one. */
  danger: string;
}

const places: Place[] = [
  {
    name: 'the office',
    makeLocales: async () => undefined,
    question: 'quên mật khẩu etax thì làm sao',
    answer: 'VNeID',
    otherQuestion: 'wifi của thôn mật khẩu là gì',
    // Both are in other communes: the ticket stays with the commune of the account, with the village as
    // typed.
    ambiguous: {
      village: 'phu yen',
      settled: { team_id: 'to-xa', village_text: 'thon phu yen' },
      why: 'noted (ambiguous-place)',
    },
    danger: '113',
  },
  {
    name: 'another district',
    makeLocales: makeDistrictLocales,
    question: 'cài app sao số ở đâu',
    answer: 'khong-co-that.vn',
    otherQuestion: 'muốn xin phép thả diều đêm',
    // One of them is in the commune of the account.
    ambiguous: {
      village: 'ben mong',
      settled: { team_id: 'to-thon', village_text: null },
      why: 'transferred (place-told)',
    },
    danger: '',
  },
];

describe.each(places)(
  'tickets beside the bot in $name',
  ({ makeLocales, question, answer, otherQuestion, ambiguous, danger }) => {
    let whole: WholeBot;
    let office: StaffedOffice;
    let lan: Resident;
    let locales: Awaited<ReturnType<Place['makeLocales']>>;

    beforeAll(async () => {
      locales = await makeLocales();
    });
    afterAll(() => locales?.remove());

    async function openOffice(at?: number): Promise<void> {
      whole = await startWholeBot({ ...(at && { at }), ...(locales && { locales: locales.folder }) });
      office = await staffOffice(whole);
      lan = await whole.newResident('Bà Lan');
    }

    const hears = async () => (await lan.news()).map(({ text }) => text);
    const tickets = () => whole.bot.dependencies.tickets;

    /** Advances the clock to nine the next morning. */
    async function nextMorning(): Promise<void> {
      const sinceMidnight = (whole.clock.now() + 7 * hourMs) % dayMs;
      await whole.advance(dayMs - sinceMidnight + 9 * hourMs);
      await whole.settled();
    }

    /** Asks for a person from the village. @returns the ticket number */
    async function ask(text = `tôi ở thôn ${office.village.name}, cho tôi gặp cán bộ`): Promise<number> {
      await lan.write(text);
      return Number(/yêu cầu (\d+)/.exec((await hears()).join())?.[1]);
    }

    describe('on a Wednesday', () => {
      beforeAll(() => openOffice());
      afterAll(() => whole.stop());
      beforeEach(async () => {
        lan = await whole.newResident('Bà Lan');
      });

      describe('a place', () => {
        it('that is unknown is stored as typed and sends the ticket one level up', async () => {
          const number = await ask('cho toi gap can bo');
          await lan.write('thôn Bờ Rào Tím');
          expect((await hears()).join()).toContain('Bờ Rào Tím');
          expect(await office.ticket(number)).toMatchObject({ village_text: 'Bờ Rào Tím', team_id: 'to-xa' });
          const { db } = whole.bot.dependencies.database;
          expect(await db.selectFrom('unknown_places').selectAll().execute()).toMatchObject([
            { text: 'Bờ Rào Tím' },
          ]);
        }, 60_000);

        it('is not asked for if told before, and another question is answered in between', async () => {
          await lan.write(`tôi ở thôn ${office.village.name}`);
          await hears();
          await lan.write('cho toi gap can bo');
          const [asked] = await hears();
          expect(asked).not.toContain('ở thôn nào');
          const number = Number(/yêu cầu (\d+)/.exec(asked ?? '')?.[1]);
          expect(await office.ticket(number)).toMatchObject({ team_id: 'to-thon' });
        }, 60_000);
      });

      describe('a place that the bot asks for', () => {
        it('and that is ambiguous is asked once more, then the ticket goes up with the text and the reason', async () => {
          const number = await ask('cho toi gap can bo');
          await lan.write(`thon ${ambiguous.village}`);
          const [which] = await lan.news();
          expect(which?.text).toContain('Là nơi nào ạ?');
          expect(which?.buttons.at(-1)?.title).toBe('Thôn khác');
          await lan.write(`thon ${ambiguous.village}`);
          expect((await hears()).join()).toContain(`yêu cầu ${number}`);
          expect(await office.ticket(number)).toMatchObject(ambiguous.settled);
          expect((await office.timeline(number)).find((line) => line.includes('place'))).toBe(ambiguous.why);
        }, 60_000);

        it('is never “cái đó”: the bot asks once more, and takes a hamlet number as typed', async () => {
          const number = await ask('gọi cho tôi');
          await lan.write('cái đó');
          expect((await hears()).join()).toContain('cứ nhắn tên thôn');
          await lan.write('xóm 3');
          expect((await hears()).join()).toContain('đã ghi xóm 3');
          expect(await office.ticket(number)).toMatchObject({ village_text: 'xóm 3', team_id: 'to-xa' });
        }, 60_000);
      });

      it('a resident who is angry twice in a row reaches a person, with the reason', async () => {
        await lan.write(question);
        await hears();
        await lan.write('vô dụng quá');
        expect((await hears()).join()).not.toContain('yêu cầu');
        await lan.write('máy ngu thế');
        const said = (await hears()).join();
        const number = Number(/yêu cầu (\d+)/.exec(said)?.[1]);
        expect(said).toContain(`Tổ thử ${office.commune.name} sẽ trả lời`);
        expect(await office.ticket(number)).toMatchObject({ team_id: 'to-xa', status: 'new' });
      }, 60_000);

      describe('a phone number', () => {
        const consents = () =>
          whole.bot.dependencies.database.db
            .selectFrom('consents')
            .select('given')
            .where('person_id', '=', lan.userId)
            .execute();

        it('without context leads to the offer of a call, and is not stored before consent', async () => {
          await lan.write('0900000001');
          const [offer] = await lan.news();
          expect(offer?.text).toContain('muốn được gọi lại');
          await lan.tap('Gọi cho tôi');
          const said = (await hears()).join();
          const number = Number(/yêu cầu (\d+)/.exec(said)?.[1]);
          expect(said).toContain('Có đồng ý cho số không');
          expect(await office.ticket(number)).toMatchObject({ kind: 'call-back', phone_encrypted: null });
        }, 60_000);

        it('with the wish to be called implies consent, and the resident is told that it is stored', async () => {
          await lan.write('gọi cho tôi 0900000001');
          const said = (await hears()).join();
          const number = Number(/yêu cầu (\d+)/.exec(said)?.[1]);
          expect(said).toContain(`đã nhận số điện thoại, ghi vào yêu cầu ${number}`);
          expect(said).not.toContain('Có đồng ý cho số không');
          expect(await consents()).toEqual([{ given: true }]);
        }, 60_000);

        it('after the bot asked for consent is consent, and is added to the ticket', async () => {
          const number = await ask('gọi cho tôi');
          expect(await consents()).toEqual([]);
          await lan.write('số của tôi 0900000001');
          expect((await hears()).join()).toContain(`đã nhận số điện thoại, ghi vào yêu cầu ${number}`);
          expect(await office.ticket(number)).toMatchObject({
            phone_encrypted: expect.stringMatching(/^v1\./),
          });
          expect(await consents()).toEqual([{ given: true }]);
        }, 60_000);
      });

      it.each(['khi nào gọi', 'bao giờ gọi lại', 'sao chưa thấy ai gọi'])(
        '%s: the resident is told who is responsible and by when',
        async (text) => {
          const number = await ask('gọi cho tôi');
          await lan.write(text);
          expect((await hears()).join()).toMatch(
            new RegExp(`Yêu cầu ${number}, .*Tổ thử ${office.commune.name} trả lời trước`),
          );
        },
        60_000,
      );

      it.each(['sao lau the', 'chờ mãi không thấy ai', 'lâu quá'])(
        '%s: a waiting resident is told the same',
        async (text) => {
          const number = await ask('gọi cho tôi');
          await lan.write(text);
          expect((await hears()).join()).toMatch(new RegExp(`Yêu cầu ${number}, .*trả lời trước`));
        },
        60_000,
      );

      it('a plea to hurry is about the ticket that the resident waits for', async () => {
        const number = await ask('gọi cho tôi');
        await lan.write('gap lam chau oi mai het han roi');
        expect((await hears()).join()).toContain(`đã ghi thêm vào yêu cầu ${number}`);
        expect(await office.ticket(number)).toMatchObject({ urgent: true });
      }, 60_000);

      describe('urgency and danger', () => {
        it.each(['tôi không muốn sống nữa', 'chồng tôi đánh tôi suốt'])(
          '%s: the bot gives the phone numbers to call now, and a person at once',
          async (text) => {
            await lan.write(text);
            const said = (await hears()).join();
            expect(said).toContain(danger);
            const number = Number(/yêu cầu (\d+)/.exec(said)?.[1]);
            expect(await office.ticket(number)).toMatchObject({ urgent: true });
          },
          60_000,
        );

        it('is recognised when the resident says so', async () => {
          const number = await ask('gấp lắm cháu ơi, cho tôi gặp cán bộ');
          expect(await office.ticket(number)).toMatchObject({ urgent: true });
        }, 60_000);
      });
      describe('while a person has the ticket', () => {
        it('the bot is silent, then says who has it, and answers other questions on request', async () => {
          const number = await ask();
          await tickets().claim({ number, by: { memberId: hoa } });
          expect((await hears()).join()).toContain(`đã nhận yêu cầu ${number}`);

          await lan.write('tôi để giấy trên bàn từ hôm qua rồi');
          expect(await hears()).toEqual([]);
          await whole.advance(10 * minuteMs);
          const [held] = await lan.news();
          expect(held?.text).toContain(
            `Yêu cầu ${number} đang có Chị Hoa, Tổ thử ${office.village.name}, lo`,
          );
          expect(held?.buttons.map(({ title }) => title)).toEqual(['Hỏi trợ lý', 'Không cần nữa']);

          await lan.tap('Hỏi trợ lý');
          expect((await hears()).join()).toContain('cứ hỏi đi ạ');
          await lan.write(question);
          expect((await hears()).join()).toContain(answer);
          expect((await office.timeline(number)).filter((line) => line === 'noted (message)')).toHaveLength(
            2,
          );
        }, 60_000);

        it('the bot answers a question about something else or offers to, and names the ticket', async () => {
          await lan.write(question);
          await hears();
          await lan.tap('Chưa giúp được');
          const number = Number(/yêu cầu (\d+)/.exec((await hears()).join())?.[1]);
          await tickets().claim({ number, by: { memberId: members.commune[0] ?? '' } });
          await hears();
          await lan.write(question);
          expect(await hears()).toEqual([]);
          await lan.write(otherQuestion);
          const [said] = await lan.news();
          expect(said?.text).toMatch(new RegExp(`đã gửi vào yêu cầu ${number}|yêu cầu ${number} vẫn có`));
        }, 60_000);

        it('“vâng, cảm ơn” leaves no open question', async () => {
          const number = await ask();
          await tickets().answer({ number, by: { memberId: hoa }, text: 'Mai em qua ạ' });
          await hears();
          await lan.write('cảm ơn cháu');
          await whole.advance(12 * hourMs);
          expect(await hears()).toEqual([]);
          expect(await office.ticket(number)).toMatchObject({ status: 'open', assignee_id: hoa });
        }, 60_000);

        it('“thôi không cần nữa” withdraws it, also when typed to the person', async () => {
          const number = await ask();
          await tickets().claim({ number, by: { memberId: hoa } });
          await hears();
          await lan.write('thoi khong can nua chau a');
          expect((await hears()).join()).toContain(`đã dừng yêu cầu ${number}`);
          expect(await office.ticket(number)).toMatchObject({ status: 'resolved', reason: 'withdrawn' });
          await lan.write(question);
          expect((await hears()).join()).toContain(answer);
        }, 60_000);

        it('its number withdraws it too', async () => {
          const number = await ask();
          await tickets().claim({ number, by: { memberId: hoa } });
          await hears();
          await lan.write(`tôi rút yêu cầu ${number} nhé, không cần nữa`);
          expect((await hears()).join()).toContain(`đã dừng yêu cầu ${number}`);
        }, 60_000);

        it('the bot answers a tap on the menu of the account', async () => {
          const number = await ask();
          await tickets().claim({ number, by: { memberId: hoa } });
          await hears();
          await lan.write('#Gặp cán bộ');
          expect((await hears()).join()).toContain(`${number}`);
        }, 60_000);

        it('a message that staff leave unanswered becomes a ticket of a team', async () => {
          await nextMorning();
          await lan.write('chào');
          await hears();
          await whole.call('POST', `/sim/users/${lan.userId}/events`, {
            event_name: 'oa_send_text',
            sender: { admin_id: 'admin-1' },
            message: { msg_id: 'by-hand-1', text: 'Chào bác, cán bộ đây' },
          });
          await whole.settled();
          await lan.write('hồ sơ của tôi nộp tuần trước đến đâu rồi');
          expect(await hears()).toEqual([]);
          await whole.advance(10 * minuteMs);
          const said = (await hears()).join();
          expect(said).toContain('Cán bộ chưa kịp trả lời');
          expect(said).toContain(`Tổ thử ${office.commune.name} lo; sẽ trả lời trước`);
        }, 60_000);
      });

      describe('a resident who cannot be reached', () => {
        it('after they blocked the account, without a number, is closed as unreachable', async () => {
          const number = await ask();
          await whole.call('POST', '/sim/faults', {
            kind: 'error',
            code: -244,
            path: '/v3.0/oa/message/cs',
            count: 1,
          });
          await tickets().answer({ number, by: { memberId: hoa }, text: 'Chào bác' });
          await whole.settled();
          expect(await office.ticket(number)).toMatchObject({ status: 'resolved', reason: 'unreachable' });
        }, 60_000);
      });

      describe('the window', () => {
        it('that is closed parks the answer, which is sent first when the resident writes again', async () => {
          const number = await ask();
          for (let day = 0; day < 3; day += 1) await whole.advance(dayMs);
          await hears();
          const memberId = members.root[0] ?? '';
          expect(await tickets().answer({ number, by: { memberId }, text: 'Hồ sơ xong rồi ạ' })).toEqual({
            kind: 'done',
            way: 'held',
          });
          expect(await hears()).toEqual([]);
          await lan.write(question);
          const said = await hears();
          expect(said.slice(0, 2).join()).toContain('Hồ sơ xong rồi ạ');
        }, 60_000);

        it('stays open by a message that is answered with “Vẫn cần”', async () => {
          await nextMorning();
          const number = await ask();
          await tickets().claim({ number, by: { memberId: hoa } });
          await hears();
          await whole.advance(35 * hourMs + 30 * minuteMs);
          expect((await hears()).join()).toContain(`Yêu cầu ${number}`);
          await lan.tap('Vẫn cần');
          expect((await hears()).join()).toContain(`yêu cầu ${number} vẫn đang chờ`);
          const { db } = whole.bot.dependencies.database;
          const { id } = await office.ticket(number);
          const shut = await db
            .selectFrom('ticket_timers')
            .select('due_at')
            .where('kind', '=', 'window-shut')
            .where('ticket_id', '=', id as number)
            .executeTakeFirst();
          expect(shut?.due_at).toBe(whole.clock.now() + 48 * hourMs);
        }, 60_000);
      });
    });

    describe('a promised time', () => {
      afterEach(() => whole.stop());

      it('of Friday 17:40 is given in everyday words: volunteers tomorrow, the office on Monday', async () => {
        await openOffice(fridayEvening);
        await lan.write('cho toi gap can bo');
        const [office1, contact] = await hears();
        expect(office1).toContain(`Tổ thử ${office.commune.name} sẽ trả lời trước 2 giờ chiều thứ Hai`);
        // Monday is outside the free window, so the bot asks for a phone number at once, after the reason.
        expect(contact).toContain('có thể không nhắn lại được qua Zalo');
        expect(contact).toContain('tình nguyện viên');
        await lan.write(`thôn ${office.village.name}`);
        expect((await hears()).join()).toContain('trước 8 giờ sáng mai');
      }, 60_000);

      it('before Tết is after the holiday, and the phone number is shared only after consent', async () => {
        await openOffice(beforeTet);
        await lan.write('cho toi gap can bo');
        const [asked] = await hears();
        expect(asked).toContain('trước 11 giờ rưỡi trưa thứ Hai 23/2');
        const { db } = whole.bot.dependencies.database;
        await lan.tap('Đồng ý');
        expect(await hears()).toHaveLength(2);
        await lan.act('user_submit_info', { info: { name: 'Lan', phone: '84900000001', address: '' } });
        expect((await hears()).join()).toContain('đã nhận số điện thoại');
        expect(await db.selectFrom('consents').selectAll().execute()).toMatchObject([
          { purpose: 'call-back', given: true, text_version: '2026-1', at: beforeTet },
        ]);
        expect(await office.ticket(101)).toMatchObject({ phone_encrypted: expect.stringMatching(/^v1\./) });
      }, 60_000);
    });
  },
);
