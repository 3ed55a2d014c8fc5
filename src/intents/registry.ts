import type { ObjectDirectory } from '../content/objects/object-directory.ts';
import type { TopicDirectory } from '../content/topic-directory.ts';
import type { PlaceNames } from '../team/places/place-names.ts';
import { createAnswerTopic } from './answers/answer-topic.ts';
import { createLanguage } from './answers/language.ts';
import { createMedia } from './answers/media.ts';
import { createMenu } from './answers/menu.ts';
import { createPrivacy } from './answers/privacy.ts';
import { createSecretOffer } from './answers/secret-offer.ts';
import { createSmallTalk } from './answers/small-talk.ts';
import { createStepByStep } from './answers/step-by-step.ts';
import { createTopicOverview } from './answers/topic-overview.ts';
import { createEmergency } from './emergency/emergency-flow.ts';
import type { Flow } from './flow/flow.ts';
import { ticketVillage } from './flow/flow-shapes.ts';
import { createGrievance } from './grievance.ts';
import { createVillageFlow } from './handoff/ask-village.ts';
import { createHandoff } from './handoff/handoff.ts';
import { createOpenTicket } from './handoff/open-ticket.ts';
import { createTicketActions } from './handoff/ticket-actions.ts';
import { ticketStatus } from './handoff/ticket-status.ts';
import { createObjectFlow, createWhichObject } from './object/object-flow.ts';
import { createPlace } from './place/place-flow.ts';
import { createScam } from './scam/scam-flow.ts';
import { createTurnFlow } from './turn/turn-flow.ts';

export interface FlowsParts {
  directory: TopicDirectory;
  objects: ObjectDirectory;
  names: PlaceNames;
  /** The picture on the card that asks for a phone number. */
  contactImageUrl: string;
}

/**
 * Every flow, in the order in which the bot asks whether a message is theirs. A message that none matches goes to the
 * exact names of content, then to the classifier, and last to the fallback that asks back or offers a person
 * (`read-question.ts`, `answer-question.ts`). A new flow is one line here, above the topics; a new topic file needs
 * none.
 */
export function listFlows({ directory, objects, names, contactImageUrl }: FlowsParts): Flow[] {
  const openTicket = createOpenTicket({ names, directory });
  const village = createVillageFlow(names);
  return [
    createEmergency({ directory, openTicket }),
    createScam({ directory, openTicket }),
    createSecretOffer(directory.local.office.name),
    createGrievance({ directory, openTicket }),
    // Above the withdrawal of tickets: "huỷ yêu cầu xoá" stops an erasure.
    createPrivacy(directory),
    createMenu(directory),
    createLanguage(directory),
    createSmallTalk(directory, openTicket),
    village,
    createPlace({
      directory,
      names,
      settleVillage: (ctx, ticket) =>
        village.handle(ctx, ticketVillage.call('ticket-village', 'told', { ticket })),
    }),
    createHandoff({ openTicket, contactImageUrl }),
    createTicketActions(),
    ticketStatus,
    createMedia(openTicket),
    createStepByStep({ directory, objects }),
    createTurnFlow({ directory, objects }),
    createObjectFlow({ directory, objects }),
    createWhichObject(objects),
    ...directory.topics.flatMap((one) => [
      createAnswerTopic({ directory, openTicket }, one.topic),
      createTopicOverview(directory, one),
    ]),
  ];
}

/**
 * The flows by their intents, including former intents of stored rows.
 * @throws Error when two flows claim one intent
 */
export function indexFlows(flows: readonly Flow[]): ReadonlyMap<string, Flow> {
  const byIntent = new Map<string, Flow>();
  for (const flow of flows) {
    for (const intent of [...flow.intents, ...flow.formerIntents]) {
      if (byIntent.has(intent)) throw new Error(`two flows for the intent ${intent}`);
      byIntent.set(intent, flow);
    }
  }
  return byIntent;
}
