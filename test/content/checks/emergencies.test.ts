import { fileURLToPath } from 'node:url';
import { checkEmergencies } from '../../../src/content/checks/emergencies.ts';
import { readContent } from '../../../src/content/read-content.ts';
import type { EmergencyKind } from '../../../src/content/schema/emergencies.ts';

const content = readContent(fileURLToPath(new URL('../../../locales/vi', import.meta.url)));
const fire = content.emergencies.value.kinds.fire as EmergencyKind;

const messagesFor = (change: Partial<EmergencyKind>) =>
  checkEmergencies({
    ...content,
    translations: [],
    emergencies: { ...content.emergencies, value: { kinds: { fire: { ...fire, ...change } } } },
  }).map(({ message }) => message);

describe('texts for emergencies', () => {
  it('are valid in every language', () => {
    expect(checkEmergencies(content)).toEqual([]);
  });

  it.each<[string, Partial<EmergencyKind>]>([
    ['fire: does not say whom to call first', { first: 'Ra ngoài ngay.' }],
    ['fire: a number that is no help line', { next: ['Chờ 10 phút.', 'Ra ngoài.'] }],
    ['fire: {{police}} is not among the lines to call', { next: ['Gọi {{police}}.', 'Ra ngoài.'] }],
    ['fire: nobody is no help line', { call: ['fire', 'nobody'] }],
  ])('are rejected: %s', (message, change) => {
    expect(messagesFor(change)).toContain(message);
  });
});
