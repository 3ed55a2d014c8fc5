import { commandLine } from '../../src/audit/audit-log.ts';
import { consoleUrlOf } from '../../src/console/console-url.ts';
import type { Dependencies } from '../../src/dependencies.ts';
import { inviteOperator, linkOperatorBrowser, resetOperator } from '../../src/operator/manage-operators.ts';
import { hasFactor, operatorRoles } from '../../src/operator/operator.ts';
import { listOperators } from '../../src/operator/operator-store.ts';
import { loadAreaTree } from '../../src/team/areas/area-store.ts';
import type { ConsoleLink } from './seed-demo.ts';

/** A one-time link for an invented clerk and an invented administrator: to set up their sign-in, later for one more browser. */
export async function createOperatorLinks({
  database,
  clock,
  config,
  words,
}: Dependencies): Promise<ConsoleLink[]> {
  const console = consoleUrlOf(config);
  if (console === undefined) return [];
  const { db } = database;
  const t = words.in('vi');
  const by = { by: commandLine, now: clock.now() };
  const known = (await listOperators(db)).filter(({ removedAt }) => removedAt === undefined);
  const commune = (await loadAreaTree(db)).areas.find(({ level }) => level === 'commune');
  const links: ConsoleLink[] = [];
  for (const role of operatorRoles) {
    const name = t(`demo:operators.${role}`);
    const operator = known.find((one) => one.role === role);
    const token = operator ? await linkAgain(operator) : await linkFirst(name, role);
    if (token) links.push({ name: operator?.name ?? name, role, url: `${console}/operator/link/${token}` });
  }
  return links;

  function linkAgain(operator: (typeof known)[number]): Promise<string | undefined> {
    const make = hasFactor(operator) ? linkOperatorBrowser : resetOperator;
    return make(db, { operatorId: operator.operatorId, ...by });
  }

  async function linkFirst(name: string, role: (typeof operatorRoles)[number]): Promise<string | undefined> {
    const invited = await inviteOperator(db, { name, role, areaId: commune?.areaId, ...by });
    return invited.kind === 'invited' ? invited.token : undefined;
  }
}
