import { ticketActions } from '../../src/console/ticket/ticket-actions.ts';
import type { ConsoleBrowser } from '../helpers/console-browser.ts';
import { type ConsoleWorld, openConsoleWorld } from '../helpers/console-world.ts';

/** Who sees the tickets of which unit: one row a role, one column a unit. */
const sight: [who: string, memberId: string, sees: Record<string, boolean>][] = [
  [
    'a member of the village',
    'hai',
    { village: true, 'other village': false, commune: false, confidential: false },
  ],
  [
    'the lead of the village',
    'ha',
    { village: true, 'other village': false, commune: false, confidential: false },
  ],
  [
    'a member of the cluster',
    'cuong',
    { village: false, 'other village': true, commune: false, confidential: false },
  ],
  [
    'the lead of the cluster',
    'chi',
    { village: true, 'other village': true, commune: false, confidential: false },
  ],
  [
    'a member of the commune',
    'xoan',
    { village: false, 'other village': false, commune: true, confidential: false },
  ],
  [
    'the lead of the commune',
    'xuan',
    { village: true, 'other village': true, commune: true, confidential: false },
  ],
  ['the root desk', 'tam', { village: true, 'other village': true, commune: true, confidential: true }],
];

describe('what a member of the console sees', () => {
  let world: ConsoleWorld;
  const numbers: Record<string, number> = {};
  const browsers = new Map<string, ConsoleBrowser>();
  beforeAll(async () => {
    world = await openConsoleWorld();
    numbers.village = await world.openTicket('lan');
    numbers['other village'] = await world.openTicket('mai', { home: { unitIds: ['cum'], village: 'Hai' } });
    numbers.commune = await world.openTicket('minh', { home: { unitIds: ['xa'] } });
    numbers.confidential = await world.openTicket('mo', { topic: 'grievance' });
    for (const [, memberId] of sight) browsers.set(memberId, await world.signIn(memberId));
  });
  afterAll(() => world.close());

  const cases = sight.flatMap(([who, memberId, sees]) =>
    Object.entries(sees).map(([unit, isSeen]) => ({ who, memberId, unit, isSeen })),
  );

  it.each(cases)('$who: a ticket of the $unit is seen: $isSeen', async ({ memberId, unit, isSeen }) => {
    const browser = browsers.get(memberId) as ConsoleBrowser;
    const number = numbers[unit];
    const page = await browser.get(`/console/tickets/${number}`);
    expect(page.status).toBe(isSeen ? 200 : 404);
    const inbox = await browser.get('/console?list=all');
    expect(inbox.html.includes(`/console/tickets/${number}"`)).toBe(isSeen);
    const found = await browser.get(`/console?list=all&q=${number}`);
    expect(found.html.includes(`/console/tickets/${number}"`)).toBe(isSeen);
    if (isSeen) return;
    for (const path of [`/console/tickets/${number}/media/1/0`, `/console/changes?ticket=${number}`]) {
      expect((await browser.get(path)).status).toBe(404);
    }
    // Its forms have the token of this session.
    await browser.get('/console/account');
    for (const action of [...ticketActions, 'answer', 'undo', 'phone', 'correct']) {
      expect([action, (await browser.post(`/console/tickets/${number}/${action}`)).status]).toEqual([
        action,
        404,
      ]);
    }
    expect(await world.office.world.ticket(number ?? 0)).toMatchObject({ status: 'new', assignee_id: null });
  });

  it.each(['0', '-1', 'abc', '1e9', '99999999999999999999', "1' or 1=1--", '%00'])(
    'finds no ticket %s',
    async (number) => {
      const page = await (browsers.get('tam') as ConsoleBrowser).get(
        `/console/tickets/${encodeURIComponent(number)}`,
      );
      expect(page.status).toBe(404);
    },
  );

  it('shows nothing to a browser without a session', async () => {
    const browser = world.openBrowser();
    for (const path of ['', '/team', '/account', '/changes', `/tickets/${numbers.village}`]) {
      expect(await browser.get(`/console${path}`)).toMatchObject({
        status: 303,
        location: '/console/sign-in',
      });
    }
    expect((await browser.post(`/console/tickets/${numbers.village}/claim`)).status).toBe(401);
  });
});
