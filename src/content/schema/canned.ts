import { z } from 'zod';

const kebab = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be kebab-case');

/** Values filled in when a member picks a reply, from the ticket and the office. */
export const cannedValues = ['team', 'commune', 'village', 'office', 'number'] as const;

const cannedReply = z.strictObject({
  /** Unique in the file; operators refer to a reply by it. */
  id: kebab,
  /** The title in the member's list. */
  title: z.string().min(1).max(30),
  text: z.string().min(1).max(600),
  /** Ids in facts.yaml that support it. */
  facts: z.array(z.string()),
});

/** The key of replies for every topic. */
export const anyTopic = 'any';

/** `locales/<language>/canned.yaml`: replies that members can send unchanged, by topic. */
export const cannedFile = z.record(kebab, z.array(cannedReply).min(1));

export type CannedReply = z.infer<typeof cannedReply>;
export type CannedFile = z.infer<typeof cannedFile>;
export type CannedValues = Record<(typeof cannedValues)[number], string | number>;
