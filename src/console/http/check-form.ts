import type { Request, RequestHandler, Response } from 'express';
import { formTokenField, isFormToken } from './form-token.ts';
import { FormError, readForm } from './read-form.ts';

interface FormCheck {
  /** The token that the form of this browser must carry; undefined when the browser can have none. */
  expectedToken(response: Response): string | undefined;
  /** Bytes of the longest field, where the usual limit is too low. */
  fieldSize?(request: Request): number | undefined;
  /** Answers a form that is not ours. */
  refuse(response: Response): Promise<void>;
}

/** Reads a posted form into `response.locals`, if its token shows that one of our pages sent it. */
export function checkForm({ expectedToken, fieldSize, refuse }: FormCheck): RequestHandler {
  return async (request, response, next) => {
    if (request.method === 'GET' || request.method === 'HEAD') return next();
    if (request.get('sec-fetch-site') === 'cross-site') return refuse(response);
    try {
      const form = await readForm(request, fieldSize?.(request));
      const expected = expectedToken(response);
      const given = form.fields.get(formTokenField) ?? '';
      if (expected === undefined || !isFormToken(given, expected)) return refuse(response);
      response.locals.form = form;
    } catch (error) {
      if (error instanceof FormError) return refuse(response);
      throw error;
    }
    next();
  };
}
