import { createTopicOverview } from '../../src/intents/answers/topic-overview.ts';
import type { Candidate } from '../../src/nlu/classifier/classifier.ts';
import { handleTurn } from '../helpers/handler-turn.ts';
import { officeKnowledge } from '../helpers/office.ts';

const directory = officeKnowledge().directory;
const land = { topic: 'land', title: 'Đất đai', askAt: 'Việc đất hỏi văn phòng đất đai.' };

function ask(text: string, candidates: Candidate[]) {
  const overview = createTopicOverview(directory, land);
  return handleTurn(overview, {
    message: { text },
    classify: () => candidates,
    call: { intent: 'about-land', data: {} },
  });
}

describe('a question of a topic that no answer covers', () => {
  it('is answered with "not known", and with who knows', async () => {
    const { texts } = await ask('giá đền bù ruộng', []);
    expect(texts[0]).toContain('chưa có thông tin chắc chắn');
    expect(texts[0]).toContain('Việc đất hỏi văn phòng đất đai.');
  });

  it('is shown the nearest questions of the topic, the likeliest first, and a person', async () => {
    const { texts, buttons, state } = await ask('giá đền bù ruộng', [
      { topic: 'land', intent: 'about-land', probability: 0.8 },
      { topic: 'land', intent: 'land-planning', probability: 0.1 },
      { topic: 'etax-mobile', intent: 'etax-pay', probability: 0.1 },
    ]);
    const [first, second] = directory.listIntents('land').map(({ button }) => button);
    expect(buttons.slice(0, 3)).toEqual([directory.findIntent('land-planning')?.button, first, second]);
    expect(buttons.at(-1)).toBe('Gặp cán bộ');
    expect(texts[0]).toContain('Đất đai');
    expect(state.topic).toBe('land');
  });
});
