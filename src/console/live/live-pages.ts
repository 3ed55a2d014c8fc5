import type { Response } from 'express';
import { minuteMs } from '../../durations.ts';
import type { Viewer } from '../access/viewer.ts';
import type { Changes } from './changes.ts';
import { createPresence, type Presence } from './presence.ts';

/** A stream lasts this long; the page then opens a new one, for which it must still be signed in. */
const maxStreamMs = 10 * minuteMs;
const keepAliveMs = 25_000;

interface Stream {
  response: Response;
  viewer: Viewer;
  /** The ticket of the page; undefined for the inbox. */
  ticket: { id: number; number: number } | undefined;
  /** The version that the page shows. */
  since: number;
}

/** Open pages, and who looks at which ticket. */
export interface LivePages {
  presence: Presence;
  /** Keeps the answer open and says `changed` whenever the page should be asked for again. */
  open(stream: Stream): Promise<void>;
  close(): void;
}

export function createLivePages(changes: Changes): LivePages {
  const streams = new Set<{ number: number | undefined; say(): void; end(): void }>();
  const presence = createPresence((number) => {
    for (const stream of streams) if (stream.number === number) stream.say();
  });
  return {
    presence,
    async open({ response, viewer, ticket, since }) {
      const version = await changes.version();
      response.set({ 'Content-Type': 'text/event-stream', 'X-Accel-Buffering': 'no' });
      response.flushHeaders();
      const say = (at: number) => response.write(`id: ${at}\nevent: changed\ndata: ${at}\n\n`);
      let last = version;
      if (version !== since) say(version);
      else response.write(`id: ${version}\n\n`);
      const stream = { number: ticket?.number, say: () => say(last), end: () => response.end() };
      const unsubscribe = changes.subscribe({
        ticketId: ticket?.id,
        since: version,
        onChange(at) {
          last = at;
          say(at);
        },
      });
      const leave = ticket && presence.enter(ticket.number, viewer);
      streams.add(stream);
      // Somebody may have come after the page was made.
      if (ticket && presence.othersAt(ticket.number, viewer.memberId).length > 0) stream.say();
      const alive = setInterval(() => response.write(': \n\n'), keepAliveMs);
      const ending = setTimeout(() => response.end(), maxStreamMs);
      for (const timer of [alive, ending]) timer.unref();
      response.on('close', () => {
        clearInterval(alive);
        clearTimeout(ending);
        streams.delete(stream);
        unsubscribe();
        leave?.();
      });
    },
    close() {
      for (const { end } of streams) end();
      changes.close();
    },
  };
}
