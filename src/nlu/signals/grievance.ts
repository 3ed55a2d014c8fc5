import type { WeighSignal } from './learned-signal.ts';
import { normalise } from './normalise.ts';
import { createPhraseTable } from './phrase-table.ts';
import { weighClauses } from './weigh-clauses.ts';

export const grievances = ['officer', 'bribe-asked', 'threat', 'wrong-to-team'] as const;
/**
 * A complaint about a person: somebody of the office did wrong, asked for a bribe, somebody threatens the resident,
 * a member of the volunteers' team did wrong.
 */
export type Grievance = (typeof grievances)[number];

/**
 * Less certainty is enough where the message names the wrong: "hách dịch", "lót tay", "đe doạ". One in a hundred
 * ordinary messages is read as a complaint, often with reason; below these values it is up to one in thirty.
 */
const minProbability = { withCue: 0.6, without: 0.9 };

const maxFew = 6;

/** Words that alone tell which it is. */
const sure: readonly { grievance: Grievance; cues: ReturnType<typeof createPhraseTable> }[] = [
  {
    grievance: 'bribe-asked',
    cues: createPhraseTable(
      'voi tien, voi vinh, doi boi duong, goi y boi duong, goi y phong bi, doi phong bi, tien lot tay, doi hoi lo, nhan hoi lo',
    ),
  },
  {
    grievance: 'officer',
    cues: createPhraseTable(
      'hach dich, cua quyen, hong hach, nhung nhieu, sach nhieu, hanh dan, an chan tien, an chan',
    ),
  },
  {
    grievance: 'threat',
    cues: createPhraseTable(
      'doa giet, doa chem, doa dot nha, ham giet, doa tat axit, doa danh toi, doa danh em',
    ),
  },
];

/** Praise, or a gift that was refused: no complaint, whatever else it names. */
const content = createPhraseTable(
  `cam on, nhiet tinh, tan tinh, man can, cam dong, tu choi phong bi, khong nhan phong bi, khong nhan qua, chi dan ky,
  de thuong, giay khen, bang khen, chuc mung, khen ngoi`,
);

/** Reads a complaint about a person: sure words first, else what was learned. Pure, linear. */
export function createReadGrievance(weigh: WeighSignal): (text: string) => Grievance | undefined {
  return (text) => {
    const folded = normalise(text);
    if (content.isIn(folded)) return undefined;
    const learned = weighClauses(weigh, text);
    // "Nó báo sai mật khẩu": so few words say too little without one that names the wrong.
    const saysEnough = learned?.hasCue || folded.split(' ').length > maxFew;
    const needed = learned?.hasCue ? minProbability.withCue : minProbability.without;
    const label = grievances.find((one) => one === learned?.label);
    if (learned && saysEnough && learned.probability >= needed && label) return label;
    return sure.find(({ cues }) => cues.isIn(folded))?.grievance;
  };
}
