import { parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads';
import { messageOf, OperatorError } from '../../errors.ts';
import { createStatementReader, frame } from './frames.ts';
import { openCluster, openMemoryCluster } from './open-cluster.ts';
import { readReply } from './replies.ts';
import { createSessionScheduler, type Group } from './session-scheduler.ts';
import type { FromWorker, ToWorker, WorkerSettings } from './worker-messages.ts';

/** Entry of the thread that runs the embedded database: groups of frames in, replies out. */

/** A prepared statement keeps the plan that was best when its tables were small; the tables grow. */
const discardPlansMs = 60_000;

const port = parentPort as NonNullable<typeof parentPort>;
const settings = workerData as WorkerSettings;
const scheduler = createSessionScheduler();
const readStatement = createStatementReader();
const database = await openFiles();
let running = false;
let closing = false;
let idleTimer: NodeJS.Timeout | undefined;

port.on('message', (message: ToWorker) => {
  handleMessage(message);
  void runGroups();
});
post({ kind: 'ready' });
setInterval(discardPlans, discardPlansMs).unref();

async function openFiles() {
  try {
    return settings.folder
      ? await openCluster(settings.folder)
      : await openMemoryCluster(settings.templateFile);
  } catch (error) {
    post({ kind: 'failed', reason: messageOf(error), needsOperator: error instanceof OperatorError });
    return process.exit(1);
  }
}

function post(message: FromWorker): void {
  port.postMessage(message);
}

function handleMessage(message: ToWorker): void {
  if (message.kind === 'group') scheduler.add({ ...message, bytes: Buffer.from(message.bytes) });
  if (message.kind === 'leave') scheduler.leave(message.socketId, Buffer.from(message.cleanup));
  if (message.kind === 'close') closing = true;
}

/** Runs the runnable groups. Receives messages between groups, so an urgent one need not wait for the whole queue. */
async function runGroups(): Promise<void> {
  if (running) return;
  running = true;
  clearTimeout(idleTimer);
  for (let group = scheduler.next(); group; group = scheduler.next()) {
    await execute(group);
    for (let next = receiveMessageOnPort(port); next; next = receiveMessageOnPort(port))
      handleMessage(next.message);
  }
  running = false;
  if (closing) return close();
  const holderId = scheduler.holder();
  if (holderId !== undefined) idleTimer = setTimeout(expire, settings.idleInTransactionMs, holderId);
}

async function execute(group: Group): Promise<void> {
  const statement = readStatement(group.bytes);
  const chunks: Buffer[] = [];
  const startedAt = performance.now();
  await database.execProtocolRawStream(group.bytes, {
    onRawData: (chunk) => chunks.push(Buffer.from(chunk)),
  });
  const durationMs = performance.now() - startedAt;
  const reply = readReply(Buffer.concat(chunks));
  scheduler.settle(group.socketId, reply.status);
  if (!group.silent) {
    post({ kind: 'reply', socketId: group.socketId, bytes: reply.bytes, listens: reply.listens });
  }
  if (reply.notifications.length > 0) post({ kind: 'notification', bytes: reply.notifications });
  if (durationMs > settings.slowQueryMs) {
    post({ kind: 'slow-statement', statement, durationMs });
  }
  // Exit without closing the files: the next start recovers them from what has reached the disk.
  if (reply.broken) process.exit(1);
}

function discardPlans(): void {
  scheduler.add({ socketId: 0, urgent: false, bytes: frame('Q', 'discard plans'), silent: true });
  void runGroups();
}

/** An open transaction blocks every other socket, so this one is rolled back. */
function expire(socketId: number): void {
  post({ kind: 'expired', socketId });
  scheduler.leave(socketId, Buffer.alloc(0));
  void runGroups();
}

async function close(): Promise<void> {
  await database.close();
  process.exit(0);
}
