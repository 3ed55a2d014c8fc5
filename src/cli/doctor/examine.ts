import { checkKeeping } from './checks/check-keeping.ts';
import { checkMachine } from './checks/check-machine.ts';
import { checkRecords } from './checks/check-records.ts';
import { checkServers } from './checks/check-servers.ts';
import { checkSettings } from './checks/check-settings.ts';
import type { Facts } from './facts.ts';
import type { Line } from './line-levels.ts';

/** The doctor's report about what was found, in the order in which an operator repairs it. */
export function examine(facts: Facts): Line[] {
  return [checkSettings, checkMachine, checkServers, checkRecords, checkKeeping].flatMap((check) =>
    check(facts),
  );
}
