import { asksForSecrets } from '../../nlu/secrets/requests-secrets.ts';
import type { Content } from '../read-content.ts';
import { anyTopic, type CannedReply, cannedValues } from '../schema/canned.ts';
import type { Finding } from './finding.ts';
import type { ClaimParts } from './parts.ts';

const mark = /\{\{\s*([^}]*?)\s*\}\}/g;
const known: ReadonlySet<string> = new Set(cannedValues);

interface CannedParts {
  topic: string;
  reply: CannedReply;
  at(level: Finding['level'], message: string): Finding;
}

/**
 * Canned replies must have known topics, unique ids, known facts and values, and no text that the secrets
 * guard refuses.
 */
export function checkCanned(content: Content): Finding[] {
  const topics = new Set([anyTopic, ...content.topics.map(({ value }) => value.topic)]);
  const seen = new Set<string>();
  return listCanned(content).flatMap(({ topic, reply, at }) => {
    const isTwice = seen.has(reply.id);
    seen.add(reply.id);
    return [
      ...(topics.has(topic) ? [] : [at('error', `unknown topic ${topic}`)]),
      ...(isTwice ? [at('error', 'the id is used twice')] : []),
      ...(asksForSecrets(reply.text) ? [at('error', 'asks for a code, password, card or ID photo')] : []),
      ...reply.facts
        .filter((id) => content.facts.value[id] === undefined)
        .map((id) => at('error', `unknown fact ${id}`)),
      ...[...reply.text.matchAll(mark)]
        .filter(([, name = '']) => !known.has(name))
        .map(([whole]) => at('error', `${whole} is none of: ${cannedValues.join(', ')}`)),
    ];
  });
}

/**
 * Canned replies in the shape of answers, so that the claim checks apply. Their age is checked when a member
 * picks one.
 */
export function listCannedParts(content: Content): ClaimParts[] {
  return listCanned(content).map(({ reply, at }) => ({
    id: reply.id,
    intent: {
      title: reply.title,
      button: '',
      examples: [],
      answer: reply.text,
      facts: reply.facts,
      hardLimit: true,
      referral: reply.facts.length === 0,
    },
    at: (_path, level, message) => at(level, message),
  }));
}

function listCanned({ canned }: Content): CannedParts[] {
  return Object.entries(canned.value).flatMap(([topic, replies]) =>
    replies.map((reply, position) => ({
      topic,
      reply,
      at: (level: Finding['level'], message: string): Finding => ({
        level,
        file: canned.file,
        line: canned.lineOf([topic, position]),
        message: `${reply.id}: ${message}`,
      }),
    })),
  );
}
