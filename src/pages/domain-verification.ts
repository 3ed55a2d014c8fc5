import { Router } from 'express';

/**
 * Proves to Zalo that the domain is ours: a tag on the root page, or a file with that tag.
 * @param code from the console's page "Xác thực domain"; without one there is no tag
 */
export function verificationTag(code: string | undefined): string {
  if (!code) return '';
  const safe = code.replace(/[^\w.-]/g, '');
  return `<meta name="zalo-platform-site-verification" content="${safe}" />`;
}

interface DomainVerificationParts {
  /** Without a code there is no such file. */
  code: string | undefined;
}

/** `GET /zalo_verifier<CODE>.html`; the root page carries the same tag. */
export function createDomainVerificationRouter({ code }: DomainVerificationParts): Router {
  const router = Router();
  if (!code) return router;
  const page = `<!doctype html><html><head><meta charset="utf-8" />${verificationTag(code)}</head><body></body></html>`;
  router.get('/:file', (request, response, next) => {
    if (request.path !== `/zalo_verifier${code}.html`) return next();
    response.type('html').send(page);
  });
  return router;
}
