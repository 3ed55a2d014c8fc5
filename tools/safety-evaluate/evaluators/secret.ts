import { z } from 'zod';
import { readTrainingContent } from '../../../src/cli/build/training-content.ts';
import { type SecretKind, secretKinds } from '../../../src/message.ts';
import {
  createSecretFinder,
  type FindSecrets,
} from '../../../src/nlu/learned-secrets/create-secret-finder.ts';
import { trainSecrets } from '../../../src/nlu/learned-secrets/train-secrets.ts';
import {
  type MaskedText,
  type MaskManner,
  maskText,
  type SecretMarks,
} from '../../../src/webhook/mask-event.ts';
import type { Evaluator, Report } from '../evaluator.ts';
import { isLeft } from './is-left.ts';

const line = z.object({
  text: z.string(),
  secrets: z.array(z.object({ kind: z.string(), value: z.string() })),
});
type Line = z.infer<typeof line>;

/** Characters that occur in no value, so that a mask cannot look like part of one. */
const marks = Object.fromEntries(secretKinds.map((kind) => [kind, `⟦${kind}⟧`])) as SecretMarks;
/** Masked in questions too, by design: these numbers are personal. */
const byDesign: ReadonlySet<SecretKind> = new Set(['phone', 'insurance', 'tax-code']);

const format = '{"text": "…", "secrets": [{"kind": "otp", "value": "…"}]}';

interface SecretSet {
  name: string;
  /** May be masked in a text without a secret. */
  allowed: ReadonlySet<SecretKind>;
}

const sets: SecretSet[] = [
  { name: 'secret', allowed: byDesign },
  // Secrets written in unusual ways; in a near one nothing may be masked, not even a phone.
  { name: 'secret-variants', allowed: new Set() },
];

/**
 * How many secrets are masked, and in how many texts without a secret something is masked.
 * @param openFinder what was learned of secrets; the rules alone if it opens nothing
 */
export function createSecretEvaluators(openFinder: () => FindSecrets | undefined): Evaluator[] {
  return sets.map(({ name, allowed }) => ({
    name,
    line: format,
    evaluate(lines) {
      const manner = { marks, findSecrets: openFinder() };
      return reportOf(
        lines.map((one) => judge(line.parse(one), manner)),
        allowed,
      );
    },
  }));
}

/** Learns from the content first, which takes some ten seconds. */
export const secretEvaluators = createSecretEvaluators(() => {
  const { secrets } = readTrainingContent().data;
  return secrets && createSecretFinder(trainSecrets(secrets));
});

interface Judged extends Line {
  masked: MaskedText;
  left: string[];
}

function judge(one: Line, manner: MaskManner): Judged {
  const masked = maskText(one.text, manner);
  const left = one.secrets.filter(({ value }) => isLeft(value, one, masked.text)).map(({ value }) => value);
  return { ...one, masked, left };
}

function reportOf(judged: readonly Judged[], allowed: ReadonlySet<SecretKind>): Report {
  const harmless = judged.filter(({ secrets }) => secrets.length === 0);
  const eaten = harmless.filter(({ masked }) => masked.secrets.some((kind) => !allowed.has(kind)));
  const values = judged.flatMap(({ secrets }) => secrets);
  const missed = judged.reduce((sum, { left }) => sum + left.length, 0);
  return {
    figures: [
      {
        name: 'secrets masked',
        ...shareOf(values.length - missed, values.length),
        floor: 0.99,
      },
      { name: 'harmless texts with a mask', ...shareOf(eaten.length, harmless.length), ceiling: 0.01 },
    ],
    tables: [{ title: 'By kind', heads: ['kind', 'values', 'masked', 'share'], rows: rowsByKind(judged) }],
    faults: [
      ...judged.flatMap(({ text, left, masked }) =>
        left.map((value) => `left  ${value}  in  ${text}  →  ${masked.text}`),
      ),
      ...eaten.map(({ text, masked }) => `eaten  ${text}  →  ${masked.text}`),
    ],
  };
}

function rowsByKind(judged: readonly Judged[]): string[][] {
  const kinds = [...new Set(judged.flatMap(({ secrets }) => secrets.map(({ kind }) => kind)))].sort((a, b) =>
    a.localeCompare(b),
  );
  return kinds.map((kind) => {
    const values = judged.flatMap(({ secrets, left }) =>
      secrets.filter((secret) => secret.kind === kind).map(({ value }) => !left.includes(value)),
    );
    const masked = values.filter(Boolean).length;
    return [kind, String(values.length), String(masked), `${((100 * masked) / values.length).toFixed(1)} %`];
  });
}

function shareOf(part: number, whole: number): { share: number; counted: string } {
  return { share: whole === 0 ? 0 : part / whole, counted: `${part} of ${whole}` };
}
