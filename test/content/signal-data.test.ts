import { fileURLToPath } from 'node:url';
import { readSignalData } from '../../src/content/signal-data.ts';
import { grievanceKinds } from '../../src/nlu/signals/grievance.ts';
import { scamStages } from '../../src/nlu/signals/scam.ts';

const folder = fileURLToPath(new URL('../../locales/vi', import.meta.url));
const others = [
  { text: 'lỡ đọc mã', intent: 'scam-gave-otp', topic: 'online-safety' },
  { text: 'gọi xưng công an', intent: 'scam-official-caller', topic: 'online-safety' },
  { text: 'làm căn cước ở đâu', intent: 'id-card', topic: 'vneid' },
];

describe('what the readers of signals learn from', () => {
  it.each([
    ['scam', [...scamStages, 'none']],
    ['grievance', [...grievanceKinds, 'none']],
  ] as const)('has lines of every label and of no other: %s', (signal, labels) => {
    const { examples } = readSignalData(folder, signal, []);
    expect(new Set(examples.map(({ label }) => label))).toEqual(new Set<string>(labels));
  });

  it('takes from the topics what tells the same, what is alike, and what is ordinary', () => {
    const { examples, alike, ordinary } = readSignalData(folder, 'scam', others);
    expect(examples).toContainEqual({ text: 'lỡ đọc mã', label: 'gave-secret' });
    expect(alike).toEqual(['gọi xưng công an']);
    expect(ordinary).toEqual(['làm căn cước ở đâu']);
  });
});
