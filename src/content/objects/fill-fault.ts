import type { Fault } from '../schema/faults.ts';
import type { Cell, FilledFault, ToldCell } from '../schema/object.ts';

const placeholder = /\{\{([\w-]+)\}\}/g;

/** The names of the values that a template needs besides `name`. */
export function valuesOf(fault: Fault): string[] {
  const texts = [fault.first, fault.body ?? '', ...(fault.steps ?? [])].join(' ');
  const names = [...texts.matchAll(placeholder)].map(([, name = '']) => name);
  return [...new Set(names)].filter((name) => name !== 'name');
}

/** The cell of an app for a shared fault; `unknown` and `n/a` stay as declared. Pure. */
export function fillFault(fault: Fault, name: string, filled: FilledFault): Cell {
  if (typeof filled === 'string') return filled;
  const values: Record<string, string> = { ...filled.with, name };
  const fill = (text: string) => text.replaceAll(placeholder, (mark, key: string) => values[key] ?? mark);
  const told: ToldCell = {
    first: fill(fault.first),
    facts: [...new Set([...fault.facts, ...filled.facts])],
    covers: [],
  };
  if (fault.body !== undefined) told.body = fill(fault.body);
  if (fault.steps) told.steps = fault.steps.map(fill);
  if ((fault.general ?? filled.general) && told.facts.length === 0) told.general = true;
  return told;
}
