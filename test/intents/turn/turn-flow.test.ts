import { createObjectDirectory } from '../../../src/content/objects/object-directory.ts';
import { createTurnFlow } from '../../../src/intents/turn/turn-flow.ts';
import { handleTurn } from '../../helpers/handler-turn.ts';
import { officeKnowledge } from '../../helpers/office.ts';

const directory = officeKnowledge().directory;
const objects = createObjectDirectory(directory);
const flow = createTurnFlow({ directory, objects });
const object = 'birth-registration';
const tells = { intent: 'told-more', step: 'object', data: { object } };

describe('a turn that leans on the talk', () => {
  it('names who knows best about what was told, and offers what the object tells', async () => {
    const { texts, buttons } = await handleTurn(flow, { call: tells });
    const known = objects.find(object);
    expect(texts[0]).toContain(known && objects.knower(known));
    expect(buttons).toContain('Xem cách làm');
    expect(buttons.at(-1)).toBe('Gặp cán bộ');
  });

  it('says it in other words the second time in a row', async () => {
    const follows = { outcome: 'smalltalk', saidAt: 0 };
    const [first] = (await handleTurn(flow, { call: tells })).texts;
    const [second] = (await handleTurn(flow, { call: tells, message: { follows } })).texts;
    expect(second).toContain('Gặp cán bộ');
    expect(second).not.toBe(first);
  });

  it('says which part is not known', async () => {
    const data = { object, aspect: 'penalty' };
    const { texts } = await handleTurn(flow, { call: { intent: 'not-declared', step: 'object', data } });
    expect(texts[0]).toContain('Mức phạt thì ở đây chưa có thông tin chắc chắn');
  });

  it('asks what was unclear', async () => {
    const unclear = { intent: 'unclear', step: 'object', data: { object } };
    expect((await handleTurn(flow, { call: unclear })).texts[0]).toContain('chỗ nào còn khó hiểu');
  });
});
