import type { ContentName } from '../understanding/find-by-name.ts';
import type { IntentCall } from './flow/flow-shape.ts';
import { answers, handoff, menu, ticketStatus } from './flow/flow-shapes.ts';

/** The call for a text that is the name of a topic, a question or a button. */
export function nameCall(name: ContentName): IntentCall {
  switch (name.kind) {
    case 'topic':
      return menu.call('menu', 'topic', { topic: name.topic });
    case 'question':
      return answers.call(name.intent);
    case 'button':
      return {
        menu: menu.call('menu'),
        person: handoff.call('human'),
        my_requests: ticketStatus.call('ticket-status'),
      }[name.button];
  }
}
