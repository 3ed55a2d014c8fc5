import { rmSync } from 'node:fs';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { messageOf, OperatorError } from '../errors.ts';
import { findAdminAddress, makeAdminAddress } from './admin-address.ts';

/**
 * Lets a command line act inside the running server, which alone may open the data directory. The request is one line
 * of JSON with the command; the answer is lines of JSON with its output and finally its exit code.
 */
const requestLine = z.object({ command: z.array(z.string()), folder: z.string() });
const answerLine = z.object({ text: z.string().optional(), exitCode: z.number().optional() });

interface AdminRequest {
  command: string[];
  /** The caller's working folder, for relative paths. */
  folder: string;
  write(text: string): void;
}

interface AdminServerParts {
  /** Usually `DATA_DIR/admin.sock`; only its owner can read it. */
  path: string;
  /** Runs one command. @returns its exit code */
  handle(request: AdminRequest): Promise<number>;
}

/** @throws OperatorError when another process listens there */
export async function serveAdminSocket({
  path,
  handle,
}: AdminServerParts): Promise<{ close(): Promise<void> }> {
  const previous = await connectTo(path);
  if (previous) {
    previous.destroy();
    throw new OperatorError(`Another process already serves ${path}. Stop that process first.`);
  }
  const address = makeAdminAddress(path);
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
    answerRequest(socket, handle).catch(() => socket.destroy());
  });
  await listen(server, address.location);
  return {
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      for (const socket of sockets) socket.destroy();
      await closed;
      address.remove();
    },
  };
}

async function answerRequest(socket: Socket, handle: AdminServerParts['handle']): Promise<void> {
  const send = (line: z.input<typeof answerLine>) => {
    if (socket.writable) socket.write(`${JSON.stringify(line)}\n`);
  };
  for await (const line of createInterface({ input: socket })) {
    try {
      const request = requestLine.parse(JSON.parse(line));
      send({ exitCode: await handle({ ...request, write: (text) => send({ text }) }) });
    } catch (error) {
      send({ text: `${messageOf(error)}\n`, exitCode: 1 });
    }
    socket.end();
    return;
  }
}

interface AdminCall extends AdminRequest {
  path: string;
}

/**
 * Runs a command inside the server that listens at `path`.
 * @returns the command's exit code, or undefined when no server listens
 * @throws OperatorError when the server goes away before the command has ended
 */
export async function callAdminSocket({
  path,
  command,
  folder,
  write,
}: AdminCall): Promise<number | undefined> {
  const socket = await connectTo(path);
  if (!socket) return undefined;
  // A broken connection shows as missing lines below.
  socket.on('error', () => undefined);
  socket.write(`${JSON.stringify({ command, folder })}\n`);
  try {
    for await (const line of createInterface({ input: socket })) {
      const { text, exitCode } = answerLine.parse(JSON.parse(line));
      if (text) write(text);
      if (exitCode !== undefined) return exitCode;
    }
  } finally {
    socket.destroy();
  }
  throw new OperatorError('The server stopped before the command had ended. Look at its log.');
}

function connectTo(path: string): Promise<Socket | undefined> {
  return new Promise((resolve, reject) => {
    const address = findAdminAddress(path);
    if (!address) return resolve(undefined);
    const socket = connect(address);
    socket.once('connect', () => resolve(socket));
    socket.once('error', (error: NodeJS.ErrnoException) => {
      const nobodyThere = error.code === 'ENOENT' || error.code === 'ECONNREFUSED';
      if (nobodyThere) resolve(undefined);
      else reject(new OperatorError(`Cannot reach the running server at ${path}: ${error.message}`));
    });
  });
}

/** Removes the file that a killed server left. The new file has the right mode from the start. */
function listen(server: Server, location: string): Promise<void> {
  if (process.platform !== 'win32') rmSync(location, { force: true });
  return new Promise((resolve, reject) => {
    const usualMask = process.umask(0o177);
    server.once('error', reject).listen(location, resolve);
    process.umask(usualMask);
  });
}
