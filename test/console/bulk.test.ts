import type { ConsoleBrowser } from '../helpers/console-browser.ts';
import { type ConsoleWorld, openConsoleWorld } from '../helpers/console-world.ts';

describe('several tickets at once', () => {
  let world: ConsoleWorld;
  let lead: ConsoleBrowser;
  beforeEach(async () => {
    world = await openConsoleWorld();
    lead = await world.signIn('ha');
  });
  afterEach(() => world.close());

  const ticket = (number: number) => world.office.world.ticket(number);
  /** Ticks tickets on the page of the inbox and sends the form. */
  async function give(browser: ConsoleBrowser, to: string, numbers: number[], query = 'list=new') {
    await browser.get('/console/account');
    const ticks = Object.fromEntries(numbers.map((number) => [`ticket-${number}`, 'yes']));
    return browser.post('/console/bulk', { query, to, ...ticks });
  }

  it('gives ticked tickets to a member, and says of each that it is done', async () => {
    const [first, second, third] = [
      await world.openTicket('a'),
      await world.openTicket('b'),
      await world.openTicket('c'),
    ];
    const page = await give(lead, 'member:hoa', [first, second], 'list=all&topic=vneid');
    expect(page.status).toBe(200);
    expect(page.text).toContain('Xong 2 trong 2 việc');
    expect(page.text).toMatch(new RegExp(`Yêu cầu ${first} đã giao cho Nguyễn Thử Hoa`));
    expect(page.html).toContain('href="/console?list=all&amp;topic=vneid"');
    expect(await ticket(first)).toMatchObject({ status: 'open', assignee_id: 'hoa' });
    expect(await ticket(second)).toMatchObject({ status: 'open', assignee_id: 'hoa' });
    expect(await ticket(third)).toMatchObject({ status: 'new' });
    expect((await world.office.world.timeline(first)).join('\n')).toContain('assigned by ha');
  });

  it('sends ticked tickets to a team', async () => {
    const number = await world.openTicket('a');
    const page = await give(lead, 'team:to-cum', [number]);
    expect(page.text).toContain('đã chuyển sang Tổ cụm Thử');
    expect(await ticket(number)).toMatchObject({ team_id: 'to-cum' });
  });

  it('does what it can and says why not of the others, these first', async () => {
    const [open, closed] = [await world.openTicket('a'), await world.openTicket('b')];
    const { tickets } = world.office;
    await tickets.claim({ number: closed, by: { memberId: 'ha' } });
    await tickets.resolve({ number: closed, by: { memberId: 'ha' }, done: 'called' });
    const page = await give(lead, 'member:hoa', [open, closed]);
    expect(page.status).toBe(200);
    expect(page.text).toContain('Xong 1 trong 2 việc');
    expect(page.text).toMatch(
      new RegExp(`Yêu cầu ${closed} Yêu cầu ${closed} đã đóng.*Yêu cầu ${open} đã giao`),
    );
    expect(await ticket(closed)).toMatchObject({ assignee_id: 'ha' });
  });

  it('answers 409 when nothing was done: nothing ticked, nobody chosen, or an unknown member', async () => {
    const number = await world.openTicket('a');
    const nothing = await give(lead, 'member:hoa', []);
    expect(nothing).toMatchObject({ status: 409 });
    expect(nothing.text).toContain('Chưa chọn việc nào');
    for (const to of ['', 'member:nobody', 'team:none']) {
      const page = await give(lead, to, [number]);
      expect(page).toMatchObject({ status: 409 });
      expect(page.text).toContain('Chưa chọn giao cho ai');
    }
    expect(await ticket(number)).toMatchObject({ status: 'new' });
  });

  it('offers boxes to those who may decide for others, and refuses a form that others make up', async () => {
    const number = await world.openTicket('a');
    const boxes = async (browser: ConsoleBrowser) => (await browser.get('/console?list=all')).html;
    expect(await boxes(lead)).toContain(`name="ticket-${number}"`);
    const member = await world.signIn('hai');
    expect(await boxes(member)).not.toContain('class="tick"');
    const page = await give(member, 'member:hoa', [number]);
    expect(page).toMatchObject({ status: 409 });
    expect(page.text).toContain('chỉ tổ trưởng hoặc người của xã mới làm được');
    expect(await ticket(number)).toMatchObject({ status: 'new' });
  });

  it('tells nothing about a ticket out of sight', async () => {
    const secret = await world.openTicket('a', { topic: 'grievance' });
    const page = await give(lead, 'member:hoa', [secret, 999_999]);
    expect(page).toMatchObject({ status: 409 });
    expect(page.text.match(/Không có, hoặc không thuộc phần việc của mình/g)).toHaveLength(2);
    expect(await ticket(secret)).toMatchObject({ team_id: 'ban-truc', assignee_id: null });
  });

  it('lists only members who may get one of the tickets', async () => {
    await world.openTicket('a', { topic: 'grievance' });
    const root = await world.signIn('tam');
    const secret = (await root.get('/console')).html;
    expect(secret).toContain('value="member:tam"');
    expect(secret).not.toContain('value="member:hoa"');
    expect(secret).not.toContain('value="team:to-thon"');
    await world.openTicket('b');
    const both = (await root.get('/console')).html;
    expect(both).toContain('value="member:hoa"');
    expect(both).toContain('value="team:to-thon"');
  });

  it('ticks the whole list by a link, without a script, and only what may be decided', async () => {
    const first = await world.openTicket('a');
    expect((await lead.get('/console?list=all')).html).not.toContain('data-tick');
    const second = await world.openTicket('b');
    const plain = (await lead.get('/console?list=all')).html;
    expect(plain).not.toContain('value="yes" checked');
    const href = /data-tick="all" href="([^"]*)"/.exec(plain)?.[1]?.replaceAll('&amp;', '&') ?? '';
    expect(href).toBe('/console?list=all&tick=all');
    const ticked = await lead.get(href);
    expect(ticked.text).toContain('Chọn cả 2 việc');
    for (const number of [first, second]) {
      expect(ticked.html).toMatch(new RegExp(`name="ticket-${number}" value="yes" checked`));
    }
    // A change that comes meanwhile brings the list as it was asked for, not ticked anew.
    expect(ticked.html.match(/tick=all/g)).toHaveLength(1);
    const member = await world.signIn('hai');
    expect((await member.get('/console?list=all&tick=all')).html).not.toMatch(/data-tick|yes" checked/);
  });

  it('takes a whole page of tickets', async () => {
    const numbers: number[] = [];
    for (let count = 0; count < 30; count++) numbers.push(await world.openTicket(`p${count}`));
    const page = await give(lead, 'team:to-cum', numbers);
    expect(page.text).toContain('Xong 30 trong 30 việc');
  });
});
