import { type ConsoleWorld, openConsoleWorld } from '../helpers/console-world.ts';

describe('corrections of the assistant', () => {
  let world: ConsoleWorld;
  beforeAll(async () => {
    world = await openConsoleWorld();
  });
  afterAll(() => world.close());

  it('come from the bubble of an answer, and stand on the page of the root desk until they are settled', async () => {
    await world.office.write('lan', 'lệ phí bao nhiêu');
    await world.database.db.updateTable('outgoing_messages').set({ outcome: 'answer' }).execute();
    const number = await world.openTicket('lan');
    const hai = await world.signIn('hai');
    const page = await hai.get(`/console/tickets/${number}`);
    const message = /name="message" value="(\d+)"/.exec(page.html)?.[1] ?? '';
    const kept = await hai.post(`/console/tickets/${number}/correct`, { message, text: 'Miễn phí <b>ạ</b>' });
    expect(kept).toMatchObject({ status: 303, location: `/console/tickets/${number}?said=correct` });
    const tam = await world.signIn('tam');
    const list = await tam.get('/console/corrections');
    expect(list.text).toContain('Miễn phí <b>ạ</b>');
    expect(list.html).not.toContain('<b>ạ');
    expect(list.text).toContain('re: lệ phí bao nhiêu');
    const settle = /corrections\/(\d+)\/settle/.exec(list.html)?.[0];
    await tam.post(`/console/${settle}`);
    expect((await tam.get('/console/corrections')).text).toContain('Chưa có câu nào');
  });

  it.each([
    ['no words', (id: number) => ({ message: String(id), text: ' ' })],
    ['a message that is no answer', () => ({ message: '999999', text: 'sai' })],
    ['no message', () => ({ text: 'sai' })],
  ])('are refused with %s', async (_why, fields) => {
    const number = await world.openTicket('mai');
    const hai = await world.signIn('hai');
    await hai.get(`/console/tickets/${number}`);
    expect((await hai.post(`/console/tickets/${number}/correct`, fields(1))).status).toBe(409);
  });

  it('are not for members and leads to read', async () => {
    const lead = await world.signIn('xuan');
    expect((await lead.get('/console/corrections')).status).toBe(404);
    await lead.get('/console/account');
    expect((await lead.post('/console/corrections/1/settle')).status).toBe(404);
  });
});
