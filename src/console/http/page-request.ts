import type { Request, RequestHandler, Response } from 'express';
import type { Translate } from '../../i18n.ts';
import type { Viewer } from '../access/viewer.ts';
import type { ConsoleParts } from '../console-parts.ts';
import type { Html } from '../layout/html.ts';
import type { Form } from './read-form.ts';

/** A request of a signed-in member. */
export interface PageRequest {
  request: Request;
  response: Response;
  viewer: Viewer;
  /** Empty for a GET. */
  form: Form;
  t: Translate;
  now: number;
}

/** Set by the middleware before any page. */
interface PageLocals {
  viewer: Viewer;
  form?: Form;
}

/** A handler that gets everything a page needs; what it throws goes to the error page. */
export function createPageHandler(
  parts: Pick<ConsoleParts, 'words' | 'clock'>,
  handle: (page: PageRequest) => Promise<void>,
): RequestHandler {
  return async (request, response) => {
    const { viewer, form } = response.locals as PageLocals;
    await handle({
      request,
      response,
      viewer,
      form: form ?? { fields: new Map(), file: undefined },
      t: parts.words.in('vi'),
      now: parts.clock.now(),
    });
  };
}

export async function sendHtml(response: Response, page: Html, status = 200): Promise<void> {
  response
    .status(status)
    .type('html')
    .send(String(await page));
}
