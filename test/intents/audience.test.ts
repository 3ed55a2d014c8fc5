import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTopicDirectory } from '../../src/content/topic-directory.ts';
import { createAnswerTopic } from '../../src/intents/answers/answer-topic.ts';
import { createMenu } from '../../src/intents/answers/menu.ts';
import { createTopicOverview } from '../../src/intents/answers/topic-overview.ts';
import { audienceFit } from '../../src/intents/audience.ts';
import { createAreaDirectory } from '../../src/team/areas/area-directory.ts';
import { handleTurn } from '../helpers/handler-turn.ts';
import { writeSample } from './checks/sample-content.ts';

/** The town absorbed the hamlet in 2030; the commune is separate. */
const units = {
  'thi-tran-may': { name: 'Thị trấn Mây Trắng', kind: 'town' as const },
  'xa-khe': { name: 'Xã Khe', kind: 'commune' as const, until: '2029-12-31', becomes: 'thi-tran-may' },
  'xa-mua': { name: 'Xã Mưa Ngâu', kind: 'commune' as const },
};
const areas = createAreaDirectory({ ambiguous: [], elsewhere: [], everyday: [], units });

describe('whether an answer is for an area', () => {
  it.each([
    ['everybody, without an audience', undefined, 'xa-mua', 'theirs'],
    ['the area itself', ['xa-mua'], 'xa-mua', 'theirs'],
    ['one of several areas', ['thi-tran-may', 'xa-mua'], 'xa-mua', 'theirs'],
    ['what became part of the area', ['thi-tran-may'], 'xa-khe', 'theirs'],
    ['a village of the area', ['xa-mua'], 'xa-mua.suoi-da', 'theirs'],
    ['another area', ['thi-tran-may'], 'xa-mua', 'others'],
    ['an area that holds the audience', ['xa-khe'], 'thi-tran-may', 'perhaps'],
    ['an unknown area', ['xa-mua'], undefined, 'perhaps'],
    ['the whole installation', ['xa-mua'], 'root', 'perhaps'],
  ])('for %s', (_what, audience, area, fit) => {
    expect(audienceFit(areas, audience, area)).toBe(fit);
  });
});

describe('an answer that holds for the town only', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'audience-'));
    writeSample(join(folder, 'vi'), {
      in: 'topics/bicycles.yaml',
      from: '    hardLimit: true\n',
      to: '    audience: [thi-tran-may]\n    hardLimit: true\n',
    });
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  const directoryOf = () => createTopicDirectory(join(folder, 'vi'));
  const now = Date.parse('2030-06-01T09:00:00+07:00');
  const asks = (given: { placeId?: string; unitOfOa?: string; intent?: string; step?: string }) =>
    handleTurn(
      createAnswerTopic({ directory: directoryOf(), openTicket: async () => undefined }, 'bicycles'),
      {
        call: { intent: given.intent ?? 'borrow-bicycle', step: given.step, data: { number: '0' } },
        state: { placeId: given.placeId },
        unitOfOa: given.unitOfOa,
        now,
      },
    );

  it('is given to a resident who lives there, without a word about it', async () => {
    const { texts } = await asks({ placeId: 'thi-tran-may', unitOfOa: 'xa-mua' });
    expect(texts[0]).toMatch(/^Mượn ở nhà văn hóa ạ/);
  });

  it('is given where the account belongs to the town and the resident named no home', async () => {
    const { texts } = await asks({ unitOfOa: 'thi-tran-may' });
    expect(texts[0]).toMatch(/^Mượn ở nhà văn hóa ạ/);
  });

  it('is never given to a resident who lives elsewhere: they read where it holds', async () => {
    const { texts, buttons, outcome } = await asks({ placeId: 'xa-mua', unitOfOa: 'thi-tran-may' });
    expect(texts).toEqual([
      'Dạ, điều này chỉ đúng với thị trấn Mây Trắng; với nơi khác thì chưa có thông tin chắc chắn ạ.',
    ]);
    expect(buttons).toEqual(['Gặp cán bộ']);
    expect(outcome).toBe('decline');
  });

  it('asks where the resident lives when only the account is from elsewhere', async () => {
    const { texts } = await asks({ unitOfOa: 'xa-mua' });
    expect(texts).toEqual([
      'Dạ, điều này chỉ đúng với thị trấn Mây Trắng; với nơi khác thì chưa có thông tin chắc chắn ạ. Nhà ở đó thì nhắn "tôi ở thị trấn Mây Trắng" rồi hỏi lại ạ.',
    ]);
  });

  it('is not given step by step either', async () => {
    const { texts } = await asks({ placeId: 'xa-mua', step: 'walk' });
    expect(texts[0]).toContain('chỉ đúng với thị trấn Mây Trắng');
  });

  it('first says where it holds when no area is known', async () => {
    const { texts } = await asks({});
    expect(texts[0]).toMatch(/^Chỉ đúng với thị trấn Mây Trắng:\n\nMượn ở nhà văn hóa ạ/);
  });

  it('is in the menu, the overview and the next questions only of residents for whom it holds', async () => {
    const directory = directoryOf();
    const topic = directory.findTopic('bicycles');
    if (!topic) throw new Error('no such topic');
    const overview = createTopicOverview(directory, topic);
    const menu = createMenu(directory);
    const buttonsFor = async (placeId: string) =>
      [
        await handleTurn(menu, {
          call: { intent: 'menu', step: 'topic', data: { topic: 'bicycles' } },
          state: { placeId },
          now,
        }),
        await handleTurn(overview, {
          call: { intent: 'bicycles-overview', data: {} },
          state: { placeId },
          now,
        }),
      ].map(({ buttons }) => buttons);
    expect(await buttonsFor('thi-tran-may')).toEqual([
      ['Mượn ở đâu', 'Trả xe', 'Gặp cán bộ'],
      ['Mượn ở đâu', 'Trả xe', 'Gặp cán bộ'],
    ]);
    expect(await buttonsFor('xa-mua')).toEqual([
      ['Trả xe', 'Gặp cán bộ'],
      ['Trả xe', 'Gặp cán bộ'],
    ]);
  });
});
