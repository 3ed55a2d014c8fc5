import { minuteMs } from '../../durations.ts';
import type { ConsoleParts } from '../console-parts.ts';
import type { PageRequest } from '../http/page-request.ts';
import { sendMessagePage } from '../http/send-message-page.ts';

/** How long after a sign-in an operator may change who can sign in. */
const freshMs = 30 * minuteMs;

/** Runs a change of who can sign in, if the viewer has signed in a short while ago. */
export function whenFresh(
  parts: ConsoleParts,
  handle: (page: PageRequest) => Promise<void>,
): (page: PageRequest) => Promise<void> {
  return (page) => {
    const isFresh = page.now - page.viewer.session.createdAt <= freshMs;
    return isFresh
      ? handle(page)
      : sendMessagePage(parts, page.response, { status: 403, key: 'sign_in_again' });
  };
}
