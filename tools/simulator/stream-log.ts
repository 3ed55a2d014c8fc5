import type { Request, Response } from 'express';
import type { ActivityLog, LogEntry } from './activity-log.ts';

/** Real time; keeps proxies from closing a quiet stream. */
const heartbeatMs = 15_000;

/**
 * Sends the log as server-sent events, named by their kind, as they happen. `?since=ID` or the browser's
 * `Last-Event-ID` replays missed entries, as far as they are kept.
 */
export function streamLog(log: ActivityLog, request: Request, response: Response): void {
  response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
  const send = (entry: LogEntry): void => {
    response.write(`id: ${entry.id}\nevent: ${entry.kind}\ndata: ${JSON.stringify(entry)}\n\n`);
  };
  const since = request.get('last-event-id') ?? request.query.since;
  response.write(': open\n\n');
  if (since !== undefined) for (const entry of log.list(Number(since) || 0)) send(entry);
  const unsubscribe = log.subscribe(send);
  const heartbeat = setInterval(() => response.write(': still here\n\n'), heartbeatMs);
  heartbeat.unref();
  request.on('close', () => {
    clearInterval(heartbeat);
    unsubscribe();
  });
}
