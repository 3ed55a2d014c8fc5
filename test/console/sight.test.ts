import type { ManagedPage } from '../../src/console/access/managed-pages.ts';
import type { ConsoleBrowser } from '../helpers/console-browser.ts';
import { signInOperator } from '../helpers/console-operator.ts';
import { listConsoleRoutes } from '../helpers/console-routes.ts';
import { type ConsoleWorld, openConsoleWorld } from '../helpers/console-world.ts';

const units = ['village', 'other village', 'commune', 'confidential'] as const;
type Unit = (typeof units)[number];

interface Role {
  /** Signs in in Zalo as this member, */
  member?: string;
  /** or as an operator: a clerk of this area, or an administrator. */
  operator?: { area?: string };
  /** The tickets of which units they see. */
  sees: readonly Unit[];
  /** The pages below *Quản lý* that exist for them. */
  manages: readonly ManagedPage[];
}

const ofClerks: readonly ManagedPage[] = ['reports', 'import', 'places', 'corrections'];
const ofRootDesk: readonly ManagedPage[] = [...ofClerks, 'zalo'];

/** Who sees what. */
const roles: Record<string, Role> = {
  'a member of the village': { member: 'hai', sees: ['village'], manages: [] },
  'the lead of the village': { member: 'ha', sees: ['village'], manages: [] },
  'a member of the cluster': { member: 'cuong', sees: ['other village'], manages: [] },
  'the lead of the cluster': { member: 'chi', sees: ['village', 'other village'], manages: [] },
  'a member of the commune': { member: 'xoan', sees: ['commune'], manages: [] },
  'the lead of the commune': { member: 'xuan', sees: ['village', 'other village', 'commune'], manages: [] },
  'the root desk': { member: 'tam', sees: units, manages: ofRootDesk },
  'a clerk of the village': { operator: { area: 'thon' }, sees: ['village'], manages: ofClerks },
  'a clerk of the other village': {
    operator: { area: 'thon-2' },
    sees: ['other village'],
    manages: ofClerks,
  },
  'a clerk of the cluster': {
    operator: { area: 'cum' },
    sees: ['village', 'other village'],
    manages: ofClerks,
  },
  'a clerk of the commune': {
    operator: { area: 'xa' },
    sees: ['village', 'other village', 'commune'],
    manages: ofClerks,
  },
  'an administrator': { operator: {}, sees: units, manages: [...ofRootDesk, 'operators', 'audit'] },
};

/**
 * For whom a route exists: before sign-in too, for everybody who is signed in, only for members or operators, for whoever
 * manages a page or any, for whoever sees the ticket. For anybody else it answers 404.
 */
type Access = 'open' | 'signed in' | 'members' | 'any operator' | 'managing' | ManagedPage | 'ticket';

const routes: Record<string, Access> = {
  'GET /assets/:name': 'open',
  'GET /manifest.webmanifest': 'open',
  'GET /worker.js': 'open',
  'GET /offline': 'open',
  'GET /sign-in': 'open',
  'GET /sign-in/state': 'open',
  'GET /link/:token': 'open',
  'POST /link/:token': 'open',
  'GET /operator': 'open',
  'POST /operator/code': 'open',
  'POST /operator/passkey/options': 'open',
  'POST /operator/passkey': 'open',
  'GET /operator/link/:token': 'open',
  'POST /operator/link/:token': 'open',
  'GET /operator/set-up': 'open',
  'POST /operator/set-up/code': 'open',
  'POST /operator/set-up/passkey/options': 'open',
  'POST /operator/set-up/passkey': 'open',
  'GET /': 'signed in',
  'GET /changes': 'signed in',
  'GET /bulk': 'signed in',
  'POST /bulk': 'signed in',
  'POST /views': 'signed in',
  'POST /views/:id/remove': 'signed in',
  'GET /team': 'signed in',
  'GET /account': 'signed in',
  'POST /account/sessions/:id/end': 'signed in',
  'POST /account/sessions/end-others': 'signed in',
  'POST /account/push': 'members',
  'POST /account/push/off': 'signed in',
  'GET /account/factors': 'any operator',
  'POST /account/factors/code': 'any operator',
  'POST /account/factors/code/remove': 'any operator',
  'POST /account/factors/passkey': 'any operator',
  'POST /account/factors/passkey/options': 'any operator',
  'POST /account/factors/passkey/remove': 'any operator',
  'POST /account/factors/recovery': 'any operator',
  'POST /account/factors/browser': 'any operator',
  'GET /manage': 'managing',
  'GET /zalo': 'zalo',
  'POST /zalo/pause': 'zalo',
  'POST /zalo/resume': 'zalo',
  'POST /zalo/topic-pause': 'zalo',
  'POST /zalo/topic-resume': 'zalo',
  'POST /zalo/link': 'zalo',
  'GET /import': 'import',
  'GET /import/template/:name': 'import',
  'POST /import': 'import',
  'POST /import/preview': 'import',
  'GET /places': 'places',
  'POST /places': 'places',
  'GET /corrections': 'corrections',
  'POST /corrections/:id/settle': 'corrections',
  'GET /reports': 'reports',
  'GET /reports/:month.csv': 'reports',
  'GET /operators': 'operators',
  'POST /operators/invite': 'operators',
  'POST /operators/:id/reset': 'operators',
  'POST /operators/:id/browser': 'operators',
  'POST /operators/:id/remove': 'operators',
  'GET /audit': 'audit',
  'GET /tickets/:number': 'ticket',
  'GET /tickets/:number/media/:event/:place': 'ticket',
  'POST /tickets/:number/answer': 'ticket',
  'POST /tickets/:number/undo': 'ticket',
  'POST /tickets/:number/phone': 'ticket',
  'POST /tickets/:number/correct': 'ticket',
  'POST /tickets/:number/claim': 'ticket',
  'POST /tickets/:number/decline': 'ticket',
  'POST /tickets/:number/release': 'ticket',
  'POST /tickets/:number/pass-up': 'ticket',
  'POST /tickets/:number/wait': 'ticket',
  'POST /tickets/:number/reopen': 'ticket',
  'POST /tickets/:number/note': 'ticket',
  'POST /tickets/:number/resolve': 'ticket',
  'POST /tickets/:number/assign': 'ticket',
  'POST /tickets/:number/transfer': 'ticket',
  'POST /tickets/:number/dismiss': 'ticket',
  'POST /tickets/:number/merge': 'ticket',
};

/** What stands in an address for its parameters, beside a ticket's number. */
const parameters: Record<string, string> = {
  name: 'members.csv',
  token: 'none',
  id: '0',
  month: '2026-10',
  event: '1',
  place: '0',
};
/** It has no picture, so it answers 404 to everybody. */
const picture = 'GET /tickets/:number/media/:event/:place';

describe('the routes of the console', () => {
  let world: ConsoleWorld;
  const browsers = new Map<string, ConsoleBrowser>();

  beforeAll(async () => {
    world = await openConsoleWorld();
    for (const [who, { member, operator }] of Object.entries(roles)) {
      const browser = member
        ? await world.signIn(member)
        : (await signInOperator(world, { name: who, ...operator })).browser;
      browsers.set(who, browser);
    }
  });
  afterAll(() => world.close());

  const ofUnit: Record<Unit, Parameters<ConsoleWorld['openTicket']>[1]> = {
    village: {},
    'other village': { home: { unitIds: ['cum'], village: 'Hai' } },
    commune: { home: { unitIds: ['xa'] } },
    confidential: { topic: 'grievance' },
  };
  let residents = 0;
  const openTicket = (unit: Unit) => world.openTicket(`resident-${residents++}`, ofUnit[unit]);

  const request = (browser: ConsoleBrowser, route: string, number: number | undefined) => {
    const [method = '', pattern = ''] = route.split(' ');
    const given = { ...parameters, number: String(number) };
    const path = `/console${pattern.replaceAll(/:(\w+)/g, (_, name: keyof typeof given) => given[name] ?? '')}`;
    return { method, path, browser };
  };

  /** The status alone: a stream of changes never ends. */
  async function statusOf(asked: ReturnType<typeof request>): Promise<number> {
    const { method, path, browser } = asked;
    if (method === 'POST') return (await browser.post(path)).status;
    if (path !== '/console/changes') return (await browser.get(path)).status;
    const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(world.origin + path, { headers: { cookie }, redirect: 'manual' });
    await response.body?.cancel();
    return response.status;
  }

  function exists(access: Access, { operator, manages }: Role): boolean {
    if (access === 'members') return operator === undefined;
    if (access === 'any operator') return operator !== undefined;
    if (access === 'managing') return manages.length > 0;
    if (access === 'open' || access === 'signed in' || access === 'ticket') return true;
    return manages.includes(access);
  }

  it('are all in the table', () => {
    const declared = listConsoleRoutes();
    expect(new Set(Object.keys(routes))).toEqual(new Set(declared));
    expect(new Set(declared).size).toBe(declared.length);
  });

  const ofRole = (who: string) => browsers.get(who) as ConsoleBrowser;
  const notOfTickets = Object.entries(routes).filter(([, access]) => access !== 'ticket');
  const ofTickets = Object.keys(routes).filter((route) => routes[route] === 'ticket');

  it.each(notOfTickets)('%s is %s', async (route, access) => {
    for (const [who, role] of Object.entries(roles)) {
      const browser = ofRole(who);
      // Its forms carry the token of this browser, before sign-in, or of this session.
      await browser.get(route.includes(' /operator/') ? '/console/operator' : '/console/account');
      const status = await statusOf(request(browser, route, undefined));
      const isOpen = access === 'open';
      expect({ who, isThere: isOpen ? status !== 401 : status !== 404 }).toEqual({
        who,
        isThere: exists(access, role),
      });
    }
  });

  it.each(Object.entries(roles))('of tickets exist for %s where the ticket is seen', async (who, role) => {
    const browser = ofRole(who);
    for (const unit of units) {
      const isSeen = role.sees.includes(unit);
      const number = await openTicket(unit);
      // By now the first page of the list may be full of others.
      for (const search of isSeen ? [`&q=${number}`] : ['', `&q=${number}`]) {
        const inbox = await browser.get(`/console?list=all${search}`);
        expect([unit, inbox.html.includes(`/console/tickets/${number}"`)]).toEqual([unit, isSeen]);
      }
      if (!isSeen) expect((await browser.get(`/console/changes?ticket=${number}`)).status).toBe(404);
      await browser.get('/console/account');
      for (const route of ofTickets) {
        // What one route does to a ticket may hide it from the next one.
        const one = isSeen && route.startsWith('POST') ? await openTicket(unit) : number;
        const status = await statusOf(request(browser, route, one));
        expect([unit, route, status !== 404]).toEqual([unit, route, isSeen && route !== picture]);
      }
      if (isSeen) continue;
      expect(await world.office.world.ticket(number)).toMatchObject({ status: 'new', assignee_id: null });
      expect(await world.office.world.timeline(number)).not.toContain('noted');
    }
  });

  it('exist for nobody who is not signed in', async () => {
    const village = await openTicket('village');
    for (const [route, access] of Object.entries(routes)) {
      if (access === 'open') continue;
      const status = await statusOf(request(world.openBrowser(), route, village));
      expect([route, status]).toEqual([route, route.startsWith('GET') ? 303 : 401]);
    }
  });

  it.each(['0', '-1', 'abc', '1e9', '99999999999999999999', "1' or 1=1--", '%00'])(
    'find no ticket %s',
    async (number) => {
      for (const who of ['the root desk', 'an administrator']) {
        const page = await ofRole(who).get(`/console/tickets/${encodeURIComponent(number)}`);
        expect(page.status).toBe(404);
      }
    },
  );
});
