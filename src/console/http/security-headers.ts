import type { RequestHandler } from 'express';
import helmet from 'helmet';

/**
 * Headers of every answer of the console: no script and no style but our own files, no frames, and no copy in any
 * cache.
 */
export function createSecurityHeaders(url: string): RequestHandler[] {
  const isSecure = url.startsWith('https:');
  return [
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'none'"],
          scriptSrc: ["'self'"],
          styleSrc: ["'self'"],
          imgSrc: ["'self'"],
          connectSrc: ["'self'"],
          manifestSrc: ["'self'"],
          workerSrc: ["'self'"],
          formAction: ["'self'"],
          baseUri: ["'none'"],
          frameAncestors: ["'none'"],
        },
      },
      referrerPolicy: { policy: 'no-referrer' },
      strictTransportSecurity: isSecure,
    }),
    (_request, response, next) => {
      response.set('Cache-Control', 'no-store');
      response.set('Permissions-Policy', 'geolocation=(), microphone=(), payment=()');
      next();
    },
  ];
}
