import { saysFear } from '../../../src/nlu/phrases/fear.ts';

describe('fear, after the resident spoke of danger', () => {
  it.each(['tôi sợ lắm', 'toi so qua', 'mệt mỏi quá rồi', 'không biết làm sao'])(
    'is recognised in: %s',
    (text) => {
      expect(saysFear(text)).toBe(true);
    },
  );

  it.each(['nộp hồ sơ qua mạng', 'ho so qua buu dien', 'làm căn cước ở đâu'])(
    'is not found in: %s',
    (text) => {
      expect(saysFear(text)).toBe(false);
    },
  );
});
