import { z } from 'zod';

const kebab = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be kebab-case');

/** What is filled in when a member picks a reply: known of the ticket and of the office. */
export const cannedValues = ['team', 'commune', 'village', 'office', 'number'] as const;

const cannedReply = z.strictObject({
  /** Unique in the file; operators name a reply by it. */
  id: kebab,
  /** As members read it in a list. */
  title: z.string().min(1).max(30),
  text: z.string().min(1).max(600),
  /** Ids in facts.yaml that carry it. */
  facts: z.array(z.string()),
});

/** Replies for every topic stand under this name. */
export const anyTopic = 'any';

/** `locales/<language>/canned.yaml`: by topic, what members may send as it is. */
export const cannedFile = z.record(kebab, z.array(cannedReply).min(1));

export type CannedReply = z.infer<typeof cannedReply>;
export type CannedFile = z.infer<typeof cannedFile>;
export type CannedValues = Record<(typeof cannedValues)[number], string | number>;
