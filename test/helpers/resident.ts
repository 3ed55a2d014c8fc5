import { handleWake } from '../../src/actor/handle-wake.ts';
import type { Knowledge } from '../../src/content/knowledge.ts';
import type { ConversationState } from '../../src/conversation/state.ts';
import type { Database } from '../../src/database/database.ts';
import type { Bot } from '../../src/intents/bot.ts';
import { createBot } from '../../src/intents/create-bot.ts';
import { createActorFixture, oaId } from './actor-fixture.ts';
import { officeKnowledge } from './office.ts';

/** The bot with the real handlers and, unless told otherwise, the content in `locales/`. */
export function createBotParts({ words, directory, opened, asked }: Knowledge = officeKnowledge()): Bot {
  return createBot({
    directory,
    classifier: opened.classifier,
    words,
    asked,
    contactImageUrl: 'https://example.com/card.png',
  });
}

export interface Reply {
  text: string;
  buttons: string[];
}

/** A resident who writes to the OA and reads the replies. */
export interface TestResident {
  /** Writes, or taps a button by its title. @returns the replies to this message */
  says(text: string): Promise<Reply[]>;
  state(): Promise<Partial<ConversationState>>;
  advance(ms: number): void;
}

let people = 0;

export function createResident(database: Database, bot: Bot): TestResident {
  const actor = createActorFixture(database, bot);
  people += 1;
  const personId = `resident-${people}`;
  let at = 0;
  return {
    async says(text) {
      at += 1_000;
      const before = actor.sender.sent.length;
      await actor.write(text, at, personId);
      await handleWake(actor.parts, { oaId, personId });
      return actor.sender.sent.slice(before).map(({ content }) => ({
        text: content.kind === 'text' ? content.text : content.kind,
        buttons: content.kind === 'text' ? (content.buttons ?? []).map(({ title }) => title) : [],
      }));
    },
    async state() {
      const row = await database.db
        .selectFrom('conversations')
        .select('state')
        .where('person_id', '=', personId)
        .executeTakeFirstOrThrow();
      return (
        typeof row.state === 'string' ? JSON.parse(row.state) : row.state
      ) as Partial<ConversationState>;
    },
    advance(ms) {
      at += ms;
      actor.advance(ms);
    },
  };
}
