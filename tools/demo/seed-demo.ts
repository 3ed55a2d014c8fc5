import { consoleUrlOf } from '../../src/console/console-url.ts';
import type { Dependencies } from '../../src/dependencies.ts';
import { dayMs } from '../../src/durations.ts';
import { createSignInLink } from '../../src/member/sign-in/sign-in-store.ts';
import { linkMember, listLinks, pledge } from '../../src/team/roster/link-store.ts';
import { saveMembers, saveMemberships } from '../../src/team/roster/member-store.ts';
import { rootTeamId, saveTeams } from '../../src/team/roster/team-store.ts';
import { connectOa } from '../../src/zalo/auth/connect-oa.ts';
import type { Simulator } from '../simulator/simulator.ts';
import type { DemoContent } from './demo-content.ts';

interface SeedParts {
  content: DemoContent;
  simulator: Simulator;
  dependencies: Dependencies;
}

/** Maximum age of a message that the demo fetches after it was killed. */
const lookBackMs = dayMs;

/** Connects the OAs with new tokens, adds the invented people once, and fetches missed messages. */
export async function seedDemo({ content, simulator, dependencies }: SeedParts): Promise<void> {
  const { database, sealer, clock, webhook, queue } = dependencies;
  const { db } = database;
  for (const { oaId, name, areaId } of content.oas) {
    const { accessToken, refreshToken } = simulator.issueTokens(oaId);
    await connectOa({ db, sealer, clock }, { oaId, name, accessToken, refreshToken });
    await db.updateTable('oas').set({ area_id: areaId }).where('oa_id', '=', oaId).execute();
    await queue.add('catch-up', { oaId, sinceAt: clock.now() - lookBackMs }, { key: `catch-up-${oaId}` });
  }
  await seedTeams(content.teams, dependencies);
  await webhook.directory.refresh();
  const { people } = simulator.platform;
  if (people.users.size > 0) return;
  for (const resident of content.residents) people.addUser(resident);
}

/** A simulated phone that is linked to a member. */
export interface MemberPhone {
  name: string;
  userId: string;
}

/** Links a phone, once, to every member who is to have one. @returns all phones */
export async function seedMemberPhones({
  content,
  simulator,
  dependencies,
}: SeedParts): Promise<MemberPhone[]> {
  const { database, clock } = dependencies;
  const { people } = simulator.platform;
  const owners = new Map(
    content.teams.flatMap(({ members }) =>
      members.flatMap(({ memberId, name, phoneAt }) =>
        phoneAt === undefined ? [] : [[memberId, { name, oaId: phoneAt }] as const],
      ),
    ),
  );
  const phones: MemberPhone[] = [];
  for (const [memberId, { name, oaId }] of owners) {
    const known = (await listLinks(database.db, memberId)).find((link) => link.oaId === oaId);
    const user =
      people.users.get(known?.personId ?? '') ?? people.addUser({ name, oaId, userId: known?.personId });
    if (!user) continue;
    const person = { oaId, personId: user.userId, now: clock.now() };
    await database.db.transaction().execute(async (trx) => {
      if (await linkMember(trx, { ...person, memberId })) await pledge(trx, person);
    });
    phones.push({ name, userId: user.userId });
  }
  return phones;
}

/** A one-time link to the console, for one of each role. */
export interface ConsoleLink {
  name: string;
  /** The words are `demo:roles.<role>`. */
  role: 'member' | 'lead' | 'desk' | 'clerk' | 'administrator';
  url: string;
}

/** Links that last for a day, for the first member with a phone in each role. */
export async function createConsoleLinks(
  { teams }: DemoContent,
  { database, clock, config }: Dependencies,
): Promise<ConsoleLink[]> {
  const console = consoleUrlOf(config);
  if (console === undefined) return [];
  const people = teams.flatMap(({ teamId, members }) =>
    members
      .filter(({ phoneAt }) => phoneAt !== undefined)
      .map(({ memberId, name, role }) => ({
        memberId,
        name,
        role: teamId === rootTeamId ? ('desk' as const) : role,
      })),
  );
  const links: ConsoleLink[] = [];
  for (const role of ['member', 'lead', 'desk'] as const) {
    const person = people.find((one) => one.role === role);
    if (!person) continue;
    const { memberId, name } = person;
    const link = { memberId, now: clock.now(), lifeMs: dayMs };
    const token = await createSignInLink(database.db, link);
    links.push({ name, role, url: `${console}/link/${token}` });
  }
  return links;
}

/** Every member goes on duty, so that the bot may write to them. */
export function putOnDuty(simulator: Simulator, phones: readonly MemberPhone[], word: string): void {
  const { people, actions } = simulator.platform;
  for (const { userId } of phones) {
    const user = people.users.get(userId);
    if (user && !user.wrote) actions.write(user, word);
  }
}

/** Only while there are no members: later changes by visitors stay. */
async function seedTeams(teams: DemoContent['teams'], { database, clock }: Dependencies): Promise<void> {
  await database.db.transaction().execute(async (trx) => {
    const known = await trx.selectFrom('members').select('member_id').limit(1).executeTakeFirst();
    if (known) return;
    const usual = { topics: [], settings: {}, mergedInto: undefined, closedAt: undefined };
    await saveTeams(
      trx,
      teams.map(({ teamId, areaId, name }) => ({ teamId, areaId, name, ...usual })),
    );
    const people = teams.flatMap(({ teamId, members }) => members.map((one) => ({ ...one, teamId })));
    const byId = new Map(people.map(({ memberId, name }) => [memberId, name]));
    const added = { phoneEncrypted: undefined, createdAt: clock.now() };
    await saveMembers(
      trx,
      [...byId].map(([memberId, name]) => ({ memberId, name, ...added })),
    );
    await saveMemberships(trx, people);
  });
}
