import type { MessageSender, SaidMessage, SendOutcome } from '../../src/conversation/message-sender.ts';
import type { OutgoingContent, PersonRef } from '../../src/message.ts';

export interface SentMessage {
  to: PersonRef;
  content: OutgoingContent;
  messageId: string;
}

/** Records every message. Each send takes the next of `answers`; when none is left, the send succeeds. */
export interface FakeMessageSender extends MessageSender {
  sent: SentMessage[];
  tried: number;
  answers: (SendOutcome | { kind: 'unknown-but-delivered' })[];
  record: SaidMessage[] | undefined;
}

export function createFakeMessageSender(now: () => number): FakeMessageSender {
  const fake: FakeMessageSender = {
    sent: [],
    tried: 0,
    answers: [],
    record: [],
    async send(to, content) {
      fake.tried += 1;
      const answer = fake.answers.shift();
      if (answer && answer.kind !== 'sent' && answer.kind !== 'unknown-but-delivered') return answer;
      const messageId = `m${fake.sent.length + 1}`;
      fake.sent.push({ to, content, messageId });
      const text = 'text' in content ? content.text : undefined;
      fake.record?.unshift({
        messageId,
        at: now(),
        fromPerson: false,
        ...(text === undefined ? {} : { text }),
      });
      if (answer?.kind === 'unknown-but-delivered') return { kind: 'unknown', detail: 'answer lost' };
      return { kind: 'sent', messageId, sentAt: now() };
    },
    async recentMessages() {
      return fake.record;
    },
  };
  return fake;
}

export function textsOf(sent: SentMessage[]): string[] {
  return sent.map(({ content }) => ('text' in content ? (content.text ?? '') : content.kind));
}
