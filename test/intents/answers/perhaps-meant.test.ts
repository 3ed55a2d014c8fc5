import { createContext } from '../../../src/actor/create-context.ts';
import {
  createObjectDirectory,
  type ObjectDirectory,
} from '../../../src/content/objects/object-directory.ts';
import type { AspectName } from '../../../src/content/schema/grid.ts';
import type { ObjectFile } from '../../../src/content/schema/object.ts';
import { type ConversationState, freshState } from '../../../src/conversation/state.ts';
import { loadWords } from '../../../src/i18n.ts';
import { tellPerhapsMeant } from '../../../src/intents/answers/perhaps-meant.ts';
import type { BotContext } from '../../../src/intents/flow/bot-context.ts';
import { classifiedCall, type IntentCall } from '../../../src/intents/flow/flow-shape.ts';
import { objectAnswers } from '../../../src/intents/flow/flow-shapes.ts';
import { understandText } from '../../fakes/understand.ts';
import { noon, oaId } from '../../helpers/actor-fixture.ts';
import { officeKnowledge } from '../../helpers/office.ts';

const { directory } = officeKnowledge();
const objects = createObjectDirectory(directory);
const words = loadWords();

const cellCall = (object: string, aspect: AspectName): IntentCall =>
  objectAnswers.call(objects.find(object)?.intent ?? '', 'tell', { aspects: [aspect], conditions: [] });

interface Given {
  known?: ObjectDirectory;
  reply?: string;
  outcome?: 'answer' | 'clarify';
  state?: Partial<ConversationState>;
}

/** The reply after what may be meant was told below it. */
function below(
  call: IntentCall,
  { known = objects, reply = 'Lời đầu.', outcome = 'answer', state }: Given = {},
) {
  const open = createContext({
    message: { text: '', attachments: [], secrets: [], occurredAt: noon, anonymous: false },
    understanding: understandText(''),
    state: { ...freshState, ...state },
    oaId,
    now: noon,
    translate: words.in('vi'),
    tickets: {} as BotContext['tickets'],
    answersEventId: 1,
    erasure: {} as BotContext['erasure'],
  });
  open.enter({ intent: 'x' });
  open.ctx.say(reply, { outcome });
  tellPerhapsMeant({ directory, objects: known }, open, { from: 0, call });
  const content = open.drafts[0]?.content;
  if (content?.kind !== 'text') throw new Error('no text');
  return content.text;
}

describe('what may be meant instead', () => {
  it('is told below the answer, with the name of its object and what it tells of it', () => {
    const text = below(cellCall('health-card', 'where'));
    expect(text).toMatch(/^Lời đầu\.\n\nCòn nếu hỏi về [^\n]*thẻ bảo hiểm y tế \(nơi làm\):\n\n\S/);
  });

  it('leaves the name out where the answer is about the same object', () => {
    const text = below(cellCall('health-card', 'where'), { state: { object: 'health-card' } });
    expect(text).toMatch(/\n\nCòn về nơi làm:\n\n\S/);
  });

  it('is told with its question where it is the answer of a topic', () => {
    const intent = directory.findIntent('birth-register');
    const text = below(classifiedCall('birth-register', 0.4));
    expect(text).toContain(`Còn nếu hỏi “${intent?.title}” thì:\n\n${intent?.answer.slice(0, 20)}`);
    expect(text).toContain(`1. ${intent?.steps?.[0]?.slice(0, 20)}`);
  });

  it.each<[string, Given]>([
    ['a question back', { outcome: 'clarify' }],
    ['a reply that is long already', { reply: 'a'.repeat(1_790) }],
  ])('is not told below %s', (_, given) => {
    expect(below(cellCall('health-card', 'where'), given)).not.toContain('Còn nếu');
  });

  it('is not told where it is not known', () => {
    const object = objects.all.find(({ say }) => Object.values(say).includes('unknown'));
    const [aspect] = Object.entries(object?.say ?? {}).find(([, cell]) => cell === 'unknown') ?? [];
    expect(below(cellCall(object?.id ?? '', aspect as AspectName))).toBe('Lời đầu.');
  });

  it('is not told where it holds only for some areas', () => {
    const { local, objectFiles } = directory;
    const changed = objectFiles.objects.map((object) =>
      object.object === 'health-card' ? { ...object, say: onlyFor(object.say) } : object,
    );
    const known = createObjectDirectory({ local, objectFiles: { ...objectFiles, objects: changed } });
    expect(below(cellCall('health-card', 'where'), { known })).toBe('Lời đầu.');
  });
});

/** The same cells, each for one commune alone. */
function onlyFor(say: ObjectFile['say']): ObjectFile['say'] {
  return Object.fromEntries(
    Object.entries(say).map(([aspect, cell]) => [
      aspect,
      typeof cell === 'object' && 'first' in cell ? { ...cell, audience: ['xa-my-duc'] } : cell,
    ]),
  );
}
