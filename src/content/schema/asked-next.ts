import { z } from 'zod';
import { type AskedHeading, parseHeading } from './asked.ts';

/** The name of an answer of a topic. */
const answerName = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** What some messages ask once an object was told of: something of an object, or an answer of a topic. */
export type NextHeading =
  /** Without an object, the one that was told of. */
  { object: string | undefined; asks: AskedHeading } | { intent: string };

/**
 * Parses a heading of a file in `asked-next/`: a heading as in `asked/`, with another object before a slash if it is not
 * the object of the file (`land-gift/fee @elder`), or the answer of a topic (`track-dossier`). Undefined for anything
 * else.
 */
export function parseNextHeading(heading: string): NextHeading | undefined {
  const slash = heading.indexOf('/');
  const asks = parseHeading(heading.slice(slash + 1));
  if (asks) return { object: slash < 0 ? undefined : heading.slice(0, slash), asks };
  return answerName.test(heading) ? { intent: heading } : undefined;
}

/** `locales/<language>/asked-next/<object>.yaml`: what residents ask after an answer about an object. */
export const askedNextFile = z
  .record(z.string(), z.array(z.string().min(1)).min(1))
  .superRefine((messagesOf, context) => {
    for (const heading of Object.keys(messagesOf)) {
      if (parseNextHeading(heading)) continue;
      const message = 'must be an aspect, a state, @conditions of the grid, or the answer of a topic';
      context.addIssue({ code: 'custom', path: [heading], message });
    }
  });

export type AskedNextFile = z.infer<typeof askedNextFile>;
