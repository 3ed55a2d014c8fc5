import { join } from 'node:path';
import type { Router } from 'express';
import { sweepConversations } from './actor/sweep.ts';
import { createAlarm } from './alarm.ts';
import { createWorkingCalendar } from './calendar/working-hours.ts';
import type { Clock } from './clock.ts';
import type { Config } from './config.ts';
import { createTopicDirectory, type TopicDirectory } from './content/topic-directory.ts';
import { readTrainingData } from './content/training-data.ts';
import type { MissedMessages } from './conversation/catch-up.ts';
import { clearAllLeases } from './conversation/lease.ts';
import { createWindow } from './conversation/window.ts';
import { type Database, openDatabase } from './database/database.ts';
import { createSealer, type Sealer } from './encryption.ts';
import { loadWords, localesFolder, type Words } from './i18n.ts';
import { createBot } from './intents/create-bot.ts';
import { moreWaitMs } from './intents/is-incomplete.ts';
import { createProcessors, type JobParts } from './jobs/index.ts';
import { embeddedActorsAtOnce } from './jobs/wake-conversation.ts';
import type { Logger } from './logger.ts';
import { createMembers } from './member/create-members.ts';
import { type CannedOffer, createCannedOffer } from './member/relay/canned-replies.ts';
import { toMemberSettings } from './member/settings.ts';
import { secretKinds } from './message.ts';
import { createMetrics, type Metrics } from './metrics.ts';
import { learnInBackground } from './nlu/classifier/learn-in-background.ts';
import { openClassifier } from './nlu/classifier/load-classifier.ts';
import { shippedModelFolder } from './nlu/classifier/model-file.ts';
import { createPagesRouter } from './pages/create-pages-router.ts';
import { verificationTag } from './pages/domain-verification.ts';
import type { QueueBackend } from './queue/bull-backend.ts';
import { createBullQueue } from './queue/bull-queue.ts';
import { createBullWorker } from './queue/bull-worker.ts';
import type { JobQueue, JobWorker } from './queue/job-queue.ts';
import { schedules } from './queue/schedules.ts';
import { seedAreas } from './team/areas/seed-areas.ts';
import { createTickets } from './ticket/create-tickets.ts';
import type { TicketService } from './ticket/ticket-service.ts';
import { createWebhook, type Webhook } from './webhook/create-webhook.ts';
import type { SecretMarks } from './webhook/mask-event.ts';
import { createMissedMessages } from './zalo/api/missed-messages.ts';
import type { ZaloClient } from './zalo/api/zalo-client.ts';
import type { TokenKeeper } from './zalo/auth/token-keeper.ts';
import { checkConnectedOas } from './zalo/check-oas.ts';
import { createZalo } from './zalo/create-zalo.ts';
import { createMemberPorts } from './zalo/member-ports.ts';
import { splitText } from './zalo/send/split-text.ts';
import { createZaloSender } from './zalo/send/zalo-sender.ts';

/** Everything the program is made of; here its parts meet. */
export interface Dependencies {
  config: Config;
  clock: Clock;
  logger: Logger;
  metrics: Metrics;
  words: Words;
  /** All content of this installation. */
  directory: TopicDirectory;
  canned: CannedOffer;
  sealer: Sealer;
  database: Database;
  queue: JobQueue;
  tickets: TicketService;
  worker: JobWorker;
  webhook: Webhook;
  zalo: ZaloClient;
  missed: MissedMessages;
  tokens: TokenKeeper;
  oauthRouter: Router;
  pagesRouter: Router;
  /** Asks Zalo once about every connected OA. */
  checkConnectedOas(): Promise<void>;
  /** Whether a trained model of the content as it is was found. */
  knowsContent: boolean;
  /** Trains one beside everything else if not, until `close`. @returns whether the content is known now */
  learnContent(): Promise<boolean>;
  close(): Promise<void>;
}

/** What one process of the bot starts from. */
export interface Given {
  config: Config;
  clock: Clock;
  logger: Logger;
  /** Another office's words and content. */
  locales?: string;
  /** Opened already, instead of the one that the settings name. */
  database?: Database;
  /** Where trained models are kept, if not in DATA_DIR. */
  modelFolder?: string;
  /** So long the beginning of a question waits for its rest, if not the usual time. */
  moreWaitMs?: number;
}

/** @throws OperatorError when the database, the data directory or the content cannot be used */
export async function createDependencies(given: Given): Promise<Dependencies> {
  const { config, clock, logger } = given;
  const metrics = createMetrics();
  const sealer = createSealer(config.ENCRYPTION_KEY);
  const alarm = createAlarm({ clock, logger, metrics, webhookUrl: config.ALERT_WEBHOOK_URL });
  // The embedded database opens in a thread of its own while this one reads the content.
  const opening = given.database
    ? Promise.resolve(given.database)
    : openDatabase(databaseSettings(given, metrics));
  const mind = await readBeside(opening, () => createBotParts(given));
  const closing = new AbortController();
  const database = await opening;
  const { db } = database;
  // Nobody else can hold one: this process alone has the embedded database.
  if (!config.DATABASE_URL) await clearAllLeases(db);
  await seedAreas(db, {
    areas: mind.directory.areas,
    rootName: mind.directory.local.office.name,
    rootTeamName: mind.words.in('vi')('operator:teams.root_desk'),
    now: clock.now(),
  });

  const backend = queueBackend(config, database);
  const queueParts = { backend, clock, logger, metrics };
  const queue = createBullQueue(queueParts);
  // The wakes of a process that was killed may be lost with it, and no other process can have one under way.
  if (!config.DATABASE_URL) await sweepConversations({ db, queue, clock, lostAfterMs: 0 });
  const zalo = createZalo({ ...given, db, sealer, alarm, metrics, words: mind.words });
  const webhook = createWebhook({
    appId: config.ZALO_APP_ID,
    secrets: config.ZALO_OA_SECRET_KEY,
    marks: mind.marks,
    origin: config.ORIGIN,
    dataDir: config.DATA_DIR,
    database,
    queue,
    sealer,
    alarm,
    clock,
    logger,
    metrics,
  });
  const missed = createMissedMessages({ client: zalo.client, appId: config.ZALO_APP_ID });
  const windowAt = createWindow(mind.directory.local.windowRules);
  const holidays = {
    lunar: mind.directory.lunarHolidays,
    extra: mind.directory.local.extraHolidays.map(({ date }) => date),
  };
  const ticketParts = { db, clock, queue, alarm, logger, words: mind.words, splitText, windowAt };
  const { parts: serviceParts, ...ticketSide } = createTickets(ticketParts, holidays);
  const memberSide = createMembers({
    ...serviceParts,
    origin: config.ORIGIN,
    settings: toMemberSettings(config),
    topicTitle: (topic) => mind.directory.findTopic(topic)?.title,
    canned: mind.canned,
    ...createMemberPorts(zalo.client, config.ZALO_OPENAPI_URL),
  });
  const jobParts: JobParts = {
    db,
    sender: createZaloSender({ client: zalo.client, clock, logger }),
    windowAt,
    ...ticketSide,
    ...memberSide,
    clock,
    metrics,
    alarm,
    logger,
    words: mind.words,
    bot: mind.bot,
    origin: config.ORIGIN,
    splitText,
    moreWaitMs: given.moreWaitMs ?? moreWaitMs,
    queue,
    missed,
    officeHours: createWorkingCalendar('office', holidays),
    accept: webhook.acceptEvents,
    drainSpool: webhook.drainSpool,
    forgetRejected: webhook.forgetRejected,
    refreshDueTokens: zalo.tokens.refreshDueTokens,
    openSealed: sealer.open,
    retentionDays: config.RETENTION_DAYS,
    actorsAtOnce: config.DATABASE_URL ? config.WORKER_CONCURRENCY : embeddedActorsAtOnce,
  };
  const worker = createBullWorker({
    ...queueParts,
    processors: createProcessors(jobParts),
    concurrency: config.WORKER_CONCURRENCY,
    schedules,
    onFailed: ({ name, reason }) => alarm.raise('job-failed', { detail: `${name}: ${reason}` }),
  });

  return {
    config,
    clock,
    logger,
    metrics,
    words: mind.words,
    directory: mind.directory,
    canned: mind.canned,
    sealer,
    database,
    queue,
    tickets: ticketSide.tickets,
    worker,
    webhook,
    zalo: zalo.client,
    missed,
    checkConnectedOas: () => checkConnectedOas({ db, client: zalo.client, alarm, logger }),
    knowsContent: mind.opened.knows === 'data',
    learnContent: () => learnInBackground(mind.opened, { logger, metrics, signal: closing.signal }),
    tokens: zalo.tokens,
    oauthRouter: zalo.oauthRouter,
    pagesRouter: createPagesRouter({
      db,
      words: mind.words,
      office: mind.directory.local.office.name,
      retentionDays: config.RETENTION_DAYS,
      verificationTag: verificationTag(config.ZALO_DOMAIN_VERIFICATION),
      localesFolder: given.locales ?? localesFolder,
    }),
    /** Worker before queue before connections. */
    async close() {
      closing.abort();
      await worker.close();
      await queue.close();
      zalo.close();
      await database.close();
    },
  };
}

/** Runs `read` while the database opens, and closes the database when that fails. */
async function readBeside<T>(opening: Promise<Database>, read: () => T): Promise<T> {
  try {
    return read();
  } catch (error) {
    await opening.then(
      (database) => database.close(),
      () => undefined,
    );
    throw error;
  }
}

function databaseSettings({ config, logger }: Given, metrics: Metrics): Parameters<typeof openDatabase>[0] {
  const { DATA_DIR: dataDir, DATABASE_URL: databaseUrl, SLOW_QUERY_MS: slowQueryMs } = config;
  return { dataDir, databaseUrl, logger, metrics, slowQueryMs };
}

function queueBackend(config: Config, database: Database): QueueBackend {
  if (config.REDIS_URL) return { kind: 'redis', url: config.REDIS_URL };
  return { kind: 'postgres', pool: database.pool, exclusive: !config.DATABASE_URL };
}

function createBotParts({ config, locales = localesFolder, modelFolder }: Given) {
  const words = loadWords(locales);
  const folder = join(locales, 'vi');
  const directory = createTopicDirectory(folder);
  const opened = openClassifier({
    data: readTrainingData(folder, directory),
    folders: [modelFolder ?? join(config.DATA_DIR, 'classifier'), shippedModelFolder],
  });
  const contactImageUrl = `${config.PUBLIC_URL ?? `http://localhost:${config.PORT}`}/contact-card.png`;
  const bot = createBot({ directory, classifier: opened.classifier, words, contactImageUrl });
  const t = words.in('vi');
  const marks = Object.fromEntries(secretKinds.map((kind) => [kind, t(`bot:masks.${kind}`)])) as SecretMarks;
  const canned = createCannedOffer(directory.canned, directory.local.office.name, t);
  return { words, directory, opened, bot, marks, canned };
}
