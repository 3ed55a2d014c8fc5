import { sql } from 'kysely';
import { type Changes, createChanges } from '../../src/console/live/changes.ts';
import { silentLogger } from '../../src/logger.ts';
import { type ConsoleWorld, openConsoleWorld } from '../helpers/console-world.ts';

describe('open pages', () => {
  let world: ConsoleWorld;
  let changes: Changes;
  beforeAll(async () => {
    world = await openConsoleWorld();
    changes = createChanges({ db: world.database.db, logger: silentLogger, everyMs: 0 });
  });
  afterAll(async () => {
    changes.close();
    await world.close();
  });

  /** A page about one ticket, or about all. */
  async function openPage(ticketId?: number) {
    const told: number[] = [];
    const since = await changes.version();
    const close = changes.subscribe({ ticketId, since, onChange: (version) => told.push(version) });
    await changes.look();
    told.length = 0;
    return { told, close };
  }

  it('are told of a change of their ticket and of no other; the inbox of any', async () => {
    const number = await world.openTicket('a');
    const other = await world.openTicket('b');
    const page = await openPage((await world.office.world.ticket(number)).id);
    const inbox = await openPage();
    await world.office.tickets.claim({ number: other, by: { memberId: 'hai' } });
    await changes.look();
    expect([page.told.length, inbox.told.length]).toEqual([0, 1]);
    await world.office.tickets.claim({ number, by: { memberId: 'hai' } });
    await changes.look();
    expect([page.told.length, inbox.told.length]).toEqual([1, 2]);
    await changes.look();
    expect([page.told.length, inbox.told.length]).toEqual([1, 2]);
    page.close();
    inbox.close();
  });

  it('are told of what changed before the first look, when no other page was open', async () => {
    const told: number[] = [];
    await world.openTicket('early');
    const since = await changes.version();
    const close = changes.subscribe({ ticketId: undefined, since, onChange: (at) => told.push(at) });
    await world.openTicket('soon');
    await changes.look();
    expect(told).toEqual([await changes.version()]);
    close();
  });

  it('are told when a message of their ticket was sent', async () => {
    const number = await world.openTicket('c');
    await world.office.tickets.claim({ number, by: { memberId: 'hoa' } });
    const page = await openPage((await world.office.world.ticket(number)).id);
    await world.office.settle();
    await changes.look();
    expect(page.told).toHaveLength(1);
    page.close();
  });

  it('are told of a change that was written before theirs and saved after it', async () => {
    const number = await world.openTicket('d');
    const { id } = await world.office.world.ticket(number);
    const { db } = world.database;
    const page = await openPage(id);
    const row = { ticket_id: id, event: 'noted', at: 1, actor_kind: 'clock' as const, data: '{}' };
    const { id: late } = await db
      .insertInto('ticket_events')
      .values(row)
      .returning('id')
      .executeTakeFirstOrThrow();
    await db.deleteFrom('ticket_events').where('id', '=', late).execute();
    await db.insertInto('ticket_events').values(row).execute();
    await changes.look();
    expect(page.told).toHaveLength(1);
    await sql`insert into ticket_events (id, ticket_id, event, at, actor_kind) overriding system value
      values (${late}, ${id}, 'noted', 1, 'clock')`.execute(db);
    await changes.look();
    expect(page.told).toHaveLength(2);
    page.close();
  });

  it('get a stream that tells at once what they missed, and who else looks', async () => {
    const number = await world.openTicket('e');
    const hoa = await world.signIn('hoa');
    const hai = await world.signIn('hai');
    const stream = async (browser: typeof hoa, query: string) => {
      const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
      const ending = new AbortController();
      const response = await fetch(`${world.origin}/console/changes?${query}`, {
        headers: { cookie },
        signal: ending.signal,
      });
      const reader = response.body?.getReader();
      return {
        type: response.headers.get('content-type'),
        read: async () => new TextDecoder().decode((await reader?.read())?.value),
        end: () => ending.abort(),
      };
    };
    const first = await stream(hoa, `ticket=${number}&since=0`);
    expect(first.type).toContain('text/event-stream');
    expect(await first.read()).toMatch(/^id: \d+\nevent: changed\n/);
    const second = await stream(hai, `ticket=${number}&since=0`);
    await second.read();
    expect(await first.read()).toContain('event: changed');
    expect((await hoa.get(`/console/tickets/${number}`)).text).toContain('Nguyễn Thử Hai cũng đang xem.');
    second.end();
    expect(await first.read()).toContain('event: changed');
    expect((await hoa.get(`/console/tickets/${number}`)).text).not.toContain('cũng đang xem');

    // Hoa may have come after the page of Hải was made and before its stream was open.
    const third = await stream(hai, `ticket=${number}&since=${await changes.version()}`);
    expect(await third.read()).toContain('event: changed');
    third.end();
    first.end();
  });
});
