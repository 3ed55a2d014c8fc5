import { listen, stopListening } from '../src/server.ts';

test.each(['127.0.0.1', '::1'])('listens on %s alone when it is the host that was set', async (host) => {
  const { server } = await listen((_request, response) => response.end(), { port: 0, host });
  expect(server.address()).toMatchObject({ address: host });
  await stopListening(server);
});

test('says which setting to change when the machine has no such address', async () => {
  await expect(listen(() => undefined, { port: 0, host: '203.0.113.1' })).rejects.toThrow(
    'This machine has no address 203.0.113.1. Set HOST to one that it has.',
  );
});
