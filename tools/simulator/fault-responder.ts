import type { Response } from 'express';
import type { Fault } from './faults.ts';

export interface Answer {
  /** HTTP status; errors of Zalo's API come under 200 as well. */
  status: number;
  body: object;
}

/** Sends an answer or loses it, as the fault says. Pending answers are dropped when the server closes. */
export function respond(response: Response, answer: Answer | undefined, fault: Fault | undefined): void {
  switch (fault?.kind) {
    case undefined:
    case 'error':
      if (answer) response.status(answer.status).json(answer.body);
      return;
    case 'http500':
      response.status(500).type('html').send('<html><body>Internal Server Error</body></html>');
      return;
    case 'reset':
      response.socket?.destroy();
      return;
    case 'timeout':
      // Never answers: the caller has to give up.
      return;
  }
}
