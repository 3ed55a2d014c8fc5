import { z } from 'zod';
import { OperatorError } from '../../src/errors.ts';

/** One talk to play: `text` for a single message, or `turns` for several by one resident. */
const writtenTalk = z
  .object({
    id: z.string().min(1),
    /** Who writes, for the judge: "bà Lan, 68 tuổi". */
    who: z.string().optional(),
    /** What they need, for the judge of the whole talk. */
    need: z.string().optional(),
    /** How-to, trouble, status, …; the report counts by it. */
    kind: z.string().optional(),
    text: z.string().min(1).optional(),
    turns: z.array(z.string().min(1)).min(1).optional(),
  })
  .refine(({ text, turns }) => (text === undefined) !== (turns === undefined), 'needs text or turns');

export interface WrittenTalk {
  id: string;
  about: { who?: string | undefined; need?: string | undefined; kind?: string | undefined };
  turns: string[];
}

/** @throws OperatorError naming the line that is no talk */
export function toTalk(line: unknown, at: string): WrittenTalk {
  const parsed = writtenTalk.safeParse(line);
  if (!parsed.success) {
    throw new OperatorError(
      `${at}: ${parsed.error.issues[0]?.message}. A line is {"id", "text"} or {"id", "turns"}.`,
    );
  }
  const { id, text, turns = [], ...about } = parsed.data;
  return { id, about, turns: text === undefined ? turns : [text] };
}
