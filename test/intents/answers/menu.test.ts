import { createMenu } from '../../../src/intents/answers/menu.ts';
import { handleTurn } from '../../helpers/handler-turn.ts';
import { officeKnowledge } from '../../helpers/office.ts';

const directory = officeKnowledge().directory;
const menu = createMenu(directory);
const mainTopics = ['public-services', 'ihanoi', 'digital-signature', 'etax-mobile'];

const opens = (topic?: string, state = {}) =>
  handleTurn(menu, {
    call: topic ? { intent: 'menu', step: 'topic', data: { topic } } : { intent: 'menu', data: {} },
    state,
  });

describe('the menu', () => {
  it('shows the four main topics and a person', async () => {
    const { texts, buttons } = await opens();
    expect(buttons).toEqual([...mainTopics.map((id) => directory.findTopic(id)?.button), 'Gặp cán bộ']);
    expect(texts[0]).toContain('số thứ tự');
  });

  it('addresses a known resident in their form of address', async () => {
    const { texts } = await opens(undefined, { address: { you: 'cô', me: 'cháu' } });
    expect(texts).toEqual([
      'Cô cần giúp việc gì ạ? Cô bấm một mục (hoặc nhắn số thứ tự của mục), hoặc cứ gõ câu hỏi.',
    ]);
  });

  it.each(mainTopics)('shows four questions of %s that have answers, and a person', async (topic) => {
    const { texts, buttons, state } = await opens(topic);
    const known = directory.listIntents(topic).map(({ button }) => button);
    expect(known.length).toBeGreaterThanOrEqual(5);
    expect(buttons).toEqual([...known.slice(0, 4), 'Gặp cán bộ']);
    expect(texts[0]).toContain(directory.findTopic(topic)?.title);
    expect(state.topic).toBe(topic);
  });

  it('shows the main menu when a topic no longer exists', async () => {
    expect((await opens('gone-since')).buttons).toEqual((await opens()).buttons);
  });
});
