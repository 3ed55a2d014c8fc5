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
  it("runs in its caller's folder, and returns its output and exit code", async () => {
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

  it('reports its failure', async () => {
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

  it('gets no answer where no server runs', async () => {
    expect(await call(join(folder, 'admin.sock'))).toEqual({ exitCode: undefined, text: '' });
  });
});
