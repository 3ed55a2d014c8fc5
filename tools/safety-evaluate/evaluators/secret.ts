import { z } from 'zod';
import { type SecretKind, secretKinds } from '../../../src/message.ts';
import { type MaskedText, maskText, type SecretMarks } from '../../../src/webhook/mask-event.ts';
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

/** How many secrets are masked, and in how many texts without a secret something is masked. */
export const secretEvaluator: Evaluator = {
  name: 'secret',
  line: format,
  evaluate: (lines) =>
    reportOf(
      lines.map((one) => judge(line.parse(one))),
      byDesign,
    ),
};

/** The same for secrets written in unusual ways; in a near one nothing may be masked, not even a phone. */
export const secretVariantEvaluator: Evaluator = {
  name: 'secret-variants',
  line: format,
  evaluate: (lines) =>
    reportOf(
      lines.map((one) => judge(line.parse(one))),
      new Set(),
    ),
};

interface Judged extends Line {
  masked: MaskedText;
  left: string[];
}

function judge(one: Line): Judged {
  const masked = maskText(one.text, marks);
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
