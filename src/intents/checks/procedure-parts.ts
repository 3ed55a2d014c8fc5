import type { Content } from '../content.ts';
import type { Finding } from '../content-finding.ts';
import { slotNames, toldSlot } from '../procedure-schema.ts';
import type { IntentParts } from './intent-parts.ts';

/** The parts of an answer or a slot that claims are looked for in. */
export type ClaimParts = Pick<IntentParts, 'id' | 'intent' | 'at'>;

/** What residents read of the procedure guide: every name, every slot with words, and who knows the rest. */
export function listGuideParts({ procedures }: Content): ClaimParts[] {
  const at =
    (id: string, from: PropertyKey[]): ClaimParts['at'] =>
    (_path, level, message): Finding => ({
      level,
      file: procedures.file,
      line: procedures.lineOf(from),
      message: `${id}: ${message}`,
    });
  const { knows, procedures: all } = procedures.value;
  return [
    ...Object.entries(knows).map(([id, { name, facts }]) => ({
      id,
      intent: textOf({ text: name, facts, referral: true }),
      at: at(id, ['knows', id]),
    })),
    ...Object.entries(all).flatMap(([id, procedure]) => [
      {
        id,
        intent: textOf({ text: procedure.name, button: procedure.button, facts: [], referral: true }),
        at: at(id, ['procedures', id, 'name']),
      },
      ...slotNames.flatMap((name) => {
        const slot = toldSlot(procedure[name]);
        if (!slot) return [];
        const buttons = slot.url ? [{ title: '-', url: slot.url }] : [];
        return [
          {
            id: `${id}.${name}`,
            intent: { ...textOf(slot), buttons },
            at: at(`${id}.${name}`, ['procedures', id, name]),
          },
        ];
      }),
    ]),
  ];
}

interface GuideText {
  text: string;
  facts: string[];
  button?: string;
  referral?: boolean;
}

/** A text of the guide in the shape of an answer. That it may be too old to be told is worked out when it is told. */
function textOf({ text, facts, button = '', referral = false }: GuideText): IntentParts['intent'] {
  return { title: '', button, examples: [], answer: text, facts, hardLimit: true, referral };
}
