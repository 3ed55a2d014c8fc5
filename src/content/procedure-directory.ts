import { amountIn } from './checks/claims/claims.ts';
import type { Ageing } from './review-age.ts';
import { type ProcedureEntry, type SlotName, type ToldSlot, toldSlot } from './schema/procedure.ts';
import type { TopicDirectory } from './topic-directory.ts';

/** A procedure with its id and the intent that its guide answers. */
export interface Procedure extends ProcedureEntry {
  id: string;
  intent: string;
}

/** The procedures of an office. */
export interface ProcedureDirectory {
  all: readonly Procedure[];
  find(id: string): Procedure | undefined;
  /** The procedures of an answered intent, from the guide itself or from a topic. */
  listByIntent(intent: string | undefined): Procedure[];
  /** The office that knows what the guide does not. */
  responsibleOffice(procedure: Procedure): string;
  /** The facts behind some slots, and whether the slots expire. */
  carrying(slots: readonly ToldSlot[]): Ageing;
}

export function createProcedureDirectory({ procedures: file, local }: TopicDirectory): ProcedureDirectory {
  const all = Object.entries(file.procedures).map(([id, entry]) => ({
    ...entry,
    id,
    intent: `procedure-${id}`,
  }));
  const byId = new Map(all.map((procedure) => [procedure.id, procedure]));
  return {
    all,
    find: (id) => byId.get(id),
    listByIntent: (intent) =>
      intent === undefined ? [] : all.filter((one) => one.intent === intent || intent in one.intents),
    responsibleOffice: ({ knows }) => file.knows[knows]?.name ?? local.office.name,
    carrying: (slots) => ({
      facts: [...new Set(slots.flatMap(({ facts }) => facts))],
      hardLimit: slots.some(({ text }) => amountIn(text, local.harmlessNumbers)),
    }),
  };
}

/** The slots of a procedure that have text, each with its name. */
export function toldSlots(
  procedure: ProcedureEntry,
  names: readonly SlotName[],
): { name: SlotName; slot: ToldSlot }[] {
  return names.flatMap((name) => {
    const slot = toldSlot(procedure[name]);
    return slot ? [{ name, slot }] : [];
  });
}
