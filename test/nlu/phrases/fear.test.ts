import { saysFear } from '../../../src/nlu/phrases/fear.ts';

describe('fear, after danger was spoken of', () => {
  it.each(['tôi sợ lắm', 'toi so qua', 'mệt mỏi quá rồi', 'không biết làm sao'])(
    'is heard in: %s',
    (text) => {
      expect(saysFear(text)).toBe(true);
    },
  );

  it.each(['nộp hồ sơ qua mạng', 'ho so qua buu dien', 'làm căn cước ở đâu'])(
    'is not heard in: %s',
    (text) => {
      expect(saysFear(text)).toBe(false);
    },
  );
});
