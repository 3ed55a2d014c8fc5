import type { Understanding } from '../../src/understanding/understanding.ts';
import type { ReadText } from './create-judge.ts';
import type { Table } from './report.ts';

/** Shown in separate tables. */
const elsewhere = new Set<string>(['entities', 'candidates', 'parts'] satisfies (keyof Understanding)[]);
const longestValue = 100;

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

function saysSomething(value: unknown): boolean {
  return value !== undefined && value !== false && !(Array.isArray(value) && value.length === 0);
}

function shortened(text: string): string {
  return text.length > longestValue ? `${text.slice(0, longestValue - 1)}…` : text;
}
