import { handleWake } from '../../src/actor/handle-wake.ts';
import { createTopicDirectory } from '../../src/content/topic-directory.ts';
import { readTrainingData } from '../../src/content/training-data.ts';
import type { ConversationState } from '../../src/conversation/state.ts';
import type { Database } from '../../src/database/database.ts';
import { loadWords } from '../../src/i18n.ts';
import type { Bot } from '../../src/intents/bot.ts';
import { createBot } from '../../src/intents/create-bot.ts';
import { loadClassifier } from '../../src/nlu/classifier/load-classifier.ts';
import { createActorFixture, oaId } from './actor-fixture.ts';
import { modelFolder } from './model-folder.ts';

interface BotOptions {
  /** A locale folder such as `locales/vi`. */
  folder: string;
  /** Locale folder whose small talk the classifier knows; by default `folder`. */
  conversational?: string;
}

/** The bot with the real handlers, content and classifier. */
export async function createBotParts({ folder, conversational = folder }: BotOptions): Promise<Bot> {
  const directory = createTopicDirectory(folder);
  const data = readTrainingData(conversational, directory);
  const { classifier } = await loadClassifier({ data, folders: [modelFolder] });
  return createBot({
    directory,
    classifier,
    words: loadWords(),
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
