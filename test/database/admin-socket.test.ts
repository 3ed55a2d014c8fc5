import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { callAdminSocket, serveAdminSocket } from '../../src/database/admin-socket.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cau-noi-socket-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const call = async (path: string) => {
  let text = '';
  const write = (more: string) => {
    text += more;
  };
  const exitCode = await callAdminSocket({ path, command: ['greet', 'bà'], folder: '/home/clerk', write });
  return { exitCode, text };
};

describe('a command for the running server', () => {
  it('is run with the folder of its caller, and brings back what it wrote and its exit code', async () => {
    const path = join(folder, 'admin.sock');
    const server = await serveAdminSocket({
      path,
      async handle({ command, folder: from, write }) {
        write(`${command.join(' ')}\n`);
        write(`from ${from}\n`);
        return 3;
      },
    });
    expect(await call(path)).toEqual({ exitCode: 3, text: 'greet bà\nfrom /home/clerk\n' });
    await server.close();
  });

  it('that fails is told', async () => {
    const path = join(folder, 'admin.sock');
    const server = await serveAdminSocket({
      path,
      async handle() {
        throw new Error('no such record');
      },
    });
    expect(await call(path)).toEqual({ exitCode: 1, text: 'no such record\n' });
    await server.close();
  });

  it('finds nobody where no server runs', async () => {
    expect(await call(join(folder, 'admin.sock'))).toEqual({ exitCode: undefined, text: '' });
  });
});
