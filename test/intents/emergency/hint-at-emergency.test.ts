import { createContext } from '../../../src/actor/create-context.ts';
import { type ConversationState, freshState } from '../../../src/conversation/state.ts';
import { minuteMs } from '../../../src/durations.ts';
import { loadWords } from '../../../src/i18n.ts';
import { createAssistInHumanLane } from '../../../src/intents/assist-human-lane.ts';
import { emergencyMark } from '../../../src/intents/emergency/emergency-call.ts';
import { createEmergency } from '../../../src/intents/emergency/emergency-flow.ts';
import { hintAtEmergency } from '../../../src/intents/emergency/hint-at-emergency.ts';
import type { BotContext } from '../../../src/intents/flow/bot-context.ts';
import type { EmergencyReading } from '../../../src/nlu/emergency/emergency.ts';
import type { AddedMessages } from '../../../src/ticket/resident-ticket-types.ts';
import { officeContent, understandText } from '../../fakes/understand.ts';
import { noon, oaId } from '../../helpers/actor-fixture.ts';
import { handleTurn } from '../../helpers/handler-turn.ts';

const { directory } = officeContent();
const words = loadWords();
const likely: EmergencyReading = { level: 'likely', kind: 'snake-bite', others: ['dog-bite'], hasCue: false };

interface Given {
  emergency?: EmergencyReading;
  state?: Partial<ConversationState>;
  now?: number;
}

function openTurn({ emergency = likely, state = {}, now = noon }: Given = {}) {
  const text = 'con gì cắn sưng chân';
  return createContext({
    message: { text, attachments: [], secrets: [], occurredAt: now, anonymous: false },
    understanding: understandText(text, { now, emergency }),
    state: { ...freshState, ...state },
    oaId,
    now,
    translate: words.in('vi'),
    tickets: {} as BotContext['tickets'],
    answersEventId: 1,
    erasure: { request: async () => noon, stop: async () => true },
  });
}

type Turn = ReturnType<typeof openTurn>;

const textsOf = ({ drafts }: Turn) =>
  drafts.map(({ content }) => (content.kind === 'text' ? content.text : content.kind));
const buttonsOf = ({ drafts }: Turn) => {
  const last = drafts.at(-1)?.content;
  return last?.kind === 'text' ? (last.buttons ?? []) : [];
};
const hint = /^Nếu đang có người gặp nguy, gọi 115 ngay/;

describe('a message that may tell of an emergency', () => {
  it('gets the number above the usual answer, and a button below it', () => {
    const turn = openTurn();
    turn.ctx.say('Trạm mở cửa lúc 7 giờ.');
    hintAtEmergency(directory, turn, 0);
    expect(textsOf(turn)[0]).toMatch(hint);
    expect(textsOf(turn)[0]).toMatch(/Trạm mở cửa lúc 7 giờ\.$/);
    expect(buttonsOf(turn).map(({ title }) => title)).toEqual(['Đang nguy hiểm']);
  });

  it('leads by the button to the first words for what it may be', async () => {
    const turn = openTurn();
    hintAtEmergency(directory, turn, 0);
    const [button] = buttonsOf(turn);
    if (button?.kind !== 'reply') throw new Error('no reply button');
    const flow = createEmergency({ directory, openTicket: async () => {} });
    const { texts } = await handleTurn(flow, { call: button.meaning });
    const [first = ''] = (texts[0] ?? '').split('\n');
    expect(first).toMatch(/^Gọi 115 ngay/);
    expect(texts[0]).toContain('- Rắn cắn, ong đốt: ');
    expect(texts[0]).toContain('- Chó mèo cắn: ');
  });

  it('gets the line with the form of address of the resident', () => {
    const turn = openTurn({ state: { address: { you: 'bác', me: 'cháu' } } });
    hintAtEmergency(directory, turn, 0);
    expect(textsOf(turn)).toEqual([expect.stringContaining('bác gọi 115 ngay')]);
  });

  it('does not get the line again within ten minutes', () => {
    const first = openTurn();
    hintAtEmergency(directory, first, 0);
    const next = openTurn({ state: first.state(), now: noon + 5 * minuteMs });
    hintAtEmergency(directory, next, 0);
    expect(textsOf(next)).toEqual([]);
    const later = openTurn({ state: first.state(), now: noon + 15 * minuteMs });
    hintAtEmergency(directory, later, 0);
    expect(textsOf(later)).toEqual([expect.stringMatching(hint)]);
  });

  it('does not get the line after the resident was told what to do', () => {
    const turn = openTurn({ state: { lastAt: { [emergencyMark('snake-bite')]: noon - minuteMs } } });
    hintAtEmergency(directory, turn, 0);
    expect(textsOf(turn)).toEqual([]);
  });

  it.each<EmergencyReading>([
    { level: 'none', kind: 'snake-bite', others: [], hasCue: false },
    { level: 'sure', kind: 'snake-bite', others: [], hasCue: false },
  ])('is one of level likely only: $level', (emergency) => {
    const turn = openTurn({ emergency });
    hintAtEmergency(directory, turn, 0);
    expect(textsOf(turn)).toEqual([]);
  });

  it('gets the line also while a person answers', async () => {
    const assist = createAssistInHumanLane({
      directory,
      isAnswered: () => false,
      call: async () => {},
      ask: async () => {},
    });
    const turn = openTurn();
    const claimed = { number: 7, isClaimed: true, lastAnswerAt: noon - minuteMs, topic: null };
    const added = { ticket: claimed, isAdded: true } as unknown as AddedMessages;
    await assist(turn, { added, question: undefined });
    expect(textsOf(turn)).toEqual([expect.stringMatching(hint)]);
    expect(buttonsOf(turn).map(({ title }) => title)).toEqual(['Đang nguy hiểm']);
  });
});
