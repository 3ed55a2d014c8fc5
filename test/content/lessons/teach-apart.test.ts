import { teachApart } from '../../../src/content/lessons/teach-apart.ts';

const emergencies = {
  examples: [
    { text: 'nó đang trong nhà tôi', kind: 'crime' },
    { text: 'cháy túi', kind: undefined },
  ],
  meanings: {},
  cues: {},
};
const scams = {
  examples: [
    { text: 'nó đang trong máy tôi', label: 'going-on' as const },
    { text: 'nó dọa giết tôi', label: 'threatened' as const },
    { text: 'chuyển nhầm tiền', label: 'none' as const },
  ],
  meanings: {},
};

describe('lessons about emergencies and scams', () => {
  it('teach that a scam is no emergency, but for a threat, and that an emergency is no scam', () => {
    const taught = teachApart({ emergencies, scams });
    expect(taught.emergencies?.examples.slice(emergencies.examples.length)).toEqual([
      { text: 'nó đang trong máy tôi', kind: undefined },
    ]);
    expect(taught.scams?.examples.slice(scams.examples.length)).toEqual([
      { text: 'nó đang trong nhà tôi', label: 'none' },
    ]);
  });

  it('stay as they are for an office that has only one of them', () => {
    expect(teachApart({ emergencies, scams: undefined })).toEqual({ emergencies, scams: undefined });
  });
});
