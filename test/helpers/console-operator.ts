import { commandLine } from '../../src/audit/audit-log.ts';
import { inviteOperator } from '../../src/operator/manage-operators.ts';
import { totpAt, totpStep } from '../../src/operator/totp.ts';
import type { ConsoleBrowser } from './console-browser.ts';
import type { ConsoleWorld } from './console-world.ts';

/** An operator with an authenticator, signed in. */
export interface SignedInOperator {
  operatorId: string;
  browser: ConsoleBrowser;
  /** As the page showed them. */
  recoveryCodes: string[];
  /** The code that the authenticator shows now. */
  code(): string;
}

interface Invited {
  name: string;
  /** Of a clerk's office; an administrator has none. */
  area?: string;
}

/** Invites an operator as the command line does. @returns the path of the link */
export async function invite(
  { database, office }: ConsoleWorld,
  { name, area }: Invited,
): Promise<{ operatorId: string; path: string }> {
  const role = area === undefined ? 'administrator' : 'clerk';
  const given = { name, role, areaId: area, by: commandLine, now: office.now() } as const;
  const invited = await inviteOperator(database.db, given);
  if (invited.kind === 'refused') throw new Error(`not invited: ${invited.why}`);
  return { operatorId: invited.operatorId, path: `/console/operator/link/${invited.token}` };
}

/** Opens the link, puts the secret of the page into an authenticator, and types its code. */
export async function signInOperator(world: ConsoleWorld, who: Invited): Promise<SignedInOperator> {
  const { operatorId, path } = await invite(world, who);
  const browser = world.openBrowser();
  await browser.get(path);
  await browser.post(path);
  const secret = secretOn((await browser.get('/console/operator/set-up')).html);
  const code = () => totpAt(secret, totpStep(world.office.now()));
  const done = await browser.post('/console/operator/set-up/code', { code: code() });
  if (done.status !== 200) throw new Error(`${who.name} was not signed in: ${done.status}`);
  return { operatorId, browser, recoveryCodes: codesOn(done.html), code };
}

/** The secret that a page shows for the authenticator. */
export function secretOn(html: string): string {
  return /secret=([A-Z2-7]{32})/.exec(html)?.[1] ?? '';
}

export function codesOn(html: string): string[] {
  return [...html.matchAll(/<code>([A-Z2-9]{5}-[A-Z2-9]{5})<\/code>/g)].map(([, code = '']) => code);
}
