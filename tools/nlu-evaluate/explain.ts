import type { RankedText } from '../../src/intents/ranking/rank-texts.ts';
import { type Signs, signNames } from '../../src/intents/ranking/signs.ts';
import type { TellableText } from '../../src/intents/ranking/tellable-text.ts';
import { weights } from '../../src/intents/ranking/weights.ts';
import type { Understanding } from '../../src/understanding/understanding.ts';
import type { ReadText } from './create-judge.ts';
import type { Table } from './report.ts';

/** Shown in separate tables. */
const elsewhere = new Set<string>([
  'entities',
  'candidates',
  'parts',
  'after',
] satisfies (keyof Understanding)[]);
const longestValue = 100;
const minShown = 0.2;
const maxShown = 6;

/** How the bot reads a text as a resident's first message. */
export function readingTable({ question, isIncomplete }: ReadText): Table {
  const calls =
    question.kind === 'calls'
      ? question.calls.map(({ intent, step = '', data }) => ['calls', intent, step, JSON.stringify(data)])
      : [[question.kind, '', '', '']];
  const waits = isIncomplete ? [['incomplete', 'waits for more', '', '']] : [];
  return { title: 'It is read as', heads: ['', 'intent', 'step', 'data'], rows: [...calls, ...waits] };
}

/** The understanding of a text by itself, without empty fields. */
export function understandingTable(understanding: Understanding): Table {
  const rows = Object.entries(understanding)
    .filter(([field, value]) => !elsewhere.has(field) && saysSomething(value))
    .map(([field, value]) => [field, shortened(JSON.stringify(value))]);
  const parts = understanding.parts.map(({ text }) => ['part', text]);
  return { title: 'It is understood as', heads: ['', ''], rows: [...rows, ...parts] };
}

/** The entities of a text, as of today. */
export function entityTable({ text, entities }: Understanding): Table {
  const written = text.normalize('NFC');
  const rows = entities.map(({ kind, start, end, value }) => [kind, written.slice(start, end), value]);
  return { title: 'It names', heads: ['', 'as written', 'which is'], rows };
}

/** The likeliest texts, and what speaks most for and against each. */
export function rankingTable(
  ranked: readonly RankedText[],
  signsOf: (text: TellableText) => Signs | undefined,
): Table {
  const rows = ranked.map(({ text, probability }) => {
    const { intent, object, aspects, state, conditions } = text;
    const name = intent ?? [object?.id, ...aspects, state, ...conditions].filter(Boolean).join(' ');
    return [probability.toFixed(2), name, reasons(signsOf(text))];
  });
  return { title: 'The likeliest texts', heads: ['', 'text', 'weighted signs'], rows };
}

function reasons(signs: Signs | undefined): string {
  if (!signs) return '';
  return signNames
    .map((name) => ({ name, score: signs[name] * weights[name] }))
    .filter(({ score }) => Math.abs(score) >= minShown)
    .sort((a, b) => Math.abs(b.score) - Math.abs(a.score))
    .slice(0, maxShown)
    .map(({ name, score }) => `${name} ${score.toFixed(1)}`)
    .join(', ');
}

function saysSomething(value: unknown): boolean {
  return value !== undefined && value !== false && !(Array.isArray(value) && value.length === 0);
}

function shortened(text: string): string {
  return text.length > longestValue ? `${text.slice(0, longestValue - 1)}…` : text;
}
