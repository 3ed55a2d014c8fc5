import type { Router } from 'express';
import { sweepConversations } from './actor/sweep.ts';
import { createWatchdog, type Watchdog } from './actor/watchdog.ts';
import { createAlarm } from './alarm.ts';
import { openErasureList } from './backup/open-erasure-list.ts';
import { createWorkingCalendar } from './calendar/working-hours.ts';
import type { Clock } from './clock.ts';
import type { Config } from './config.ts';
import { consoleUrlOf } from './console/console-url.ts';
import type { Console } from './console/create-console.ts';
import { openConsole } from './console/open-console.ts';
import { openBrowserPush } from './console/push/open-browser-push.ts';
import { type KnowledgeSource, openKnowledge } from './content/knowledge.ts';
import type { TopicDirectory } from './content/topic-directory.ts';
import type { MissedMessages } from './conversation/catch-up.ts';
import { clearAllLeases } from './conversation/lease.ts';
import { createWindow } from './conversation/window.ts';
import { type Database, openDatabase } from './database/database.ts';
import { reclaimSpace } from './database/embedded/reclaim-space.ts';
import { renewStatistics } from './database/embedded/renew-statistics.ts';
import { readWhileOpening } from './database/read-while-opening.ts';
import { createSealer, type Sealer } from './encryption.ts';
import { localesFolder, type Words } from './i18n.ts';
import { createBot } from './intents/create-bot.ts';
import { moreWaitMs } from './intents/is-incomplete.ts';
import { createProcessors, type JobParts } from './jobs/index.ts';
import { maxEmbeddedActors } from './jobs/wake-conversation.ts';
import type { Logger } from './logger.ts';
import { createMembers } from './member/create-members.ts';
import { type CannedOffer, createCannedOffer } from './member/relay/canned-replies.ts';
import { toMemberSettings } from './member/settings.ts';
import { createMetrics, type Metrics } from './metrics.ts';
import { learnInBackground } from './nlu/classifier/learn-in-background.ts';
import { createCueDetector } from './nlu/emergency/create-cue-detector.ts';
import { createPagesRouter } from './pages/create-pages-router.ts';
import { verificationTag } from './pages/domain-verification.ts';
import { createBullQueue } from './queue/bull-queue.ts';
import { createBullWorker } from './queue/bull-worker.ts';
import { chooseBackend } from './queue/choose-backend.ts';
import type { JobQueue, JobWorker } from './queue/job-queue.ts';
import { schedules } from './queue/schedules.ts';
import { listAreas } from './team/areas/area-store.ts';
import { seedAreas } from './team/areas/seed-areas.ts';
import { createLivePlaceNames } from './team/places/live-place-names.ts';
import { createTickets } from './ticket/create-tickets.ts';
import type { TicketService } from './ticket/ticket-service.ts';
import { createWebhook, type Webhook } from './webhook/create-webhook.ts';
import { secretMarksOf } from './webhook/mask-event.ts';
import { publicPhonesOf } from './webhook/public-phones.ts';
import { createMissedMessages } from './zalo/api/missed-messages.ts';
import type { ZaloClient } from './zalo/api/zalo-client.ts';
import type { TokenKeeper } from './zalo/auth/token-keeper.ts';
import { checkConnectedOas } from './zalo/check-oas.ts';
import { createZalo } from './zalo/create-zalo.ts';
import { createMemberPorts } from './zalo/member-ports.ts';
import { splitText } from './zalo/send/split-text.ts';
import { createZaloSender } from './zalo/send/zalo-sender.ts';

/** Everything the program is made of. */
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
  /** The bot understands the stored villages from now on. */
  learnVillages(): Promise<void>;
  worker: JobWorker;
  webhook: Webhook;
  zalo: ZaloClient;
  missed: MissedMessages;
  watchdog: Watchdog;
  tokens: TokenKeeper;
  oauthRouter: Router;
  pagesRouter: Router;
  /** The web console; undefined without SESSION_SECRET. */
  console: Console | undefined;
  /** Asks Zalo once about every connected OA. */
  checkConnectedOas(): Promise<void>;
  /** Whether a trained model of the current content was found. */
  knowsContent: boolean;
  /** Trains a model in the background if there is none, until `close`. @returns whether the content is known now */
  learnContent(): Promise<boolean>;
  close(): Promise<void>;
}

/** The input of one bot process. */
export interface BotOptions extends KnowledgeSource {
  config: Config;
  clock: Clock;
  logger: Logger;
  /** An open database, instead of the one that the settings name. */
  database?: Database;
  /** How long the beginning of a question waits for its rest, if not the usual time. */
  moreWaitMs?: number;
}

/** @throws OperatorError when the database, the data directory or the content cannot be used */
export async function createDependencies(options: BotOptions): Promise<Dependencies> {
  const { config, clock, logger } = options;
  const metrics = createMetrics();
  const sealer = createSealer(config.ENCRYPTION_KEY);
  const alarm = createAlarm({ clock, logger, metrics, webhookUrl: config.ALERT_WEBHOOK_URL });
  const open = async () => options.database ?? openDatabase(databaseSettings(options, metrics));
  // The embedded database opens in a thread of its own while this one reads the content. A connection to a server
  // would time out meanwhile: this thread does not look at it.
  const opening = config.DATABASE_URL ? undefined : open();
  const botParts = await readWhileOpening(opening, () => createBotParts(options));
  const closing = new AbortController();
  const database = await (opening ?? open());
  const { db } = database;
  // Embedded mode is single-process, so any stored lease is stale.
  if (!config.DATABASE_URL) await clearAllLeases(db);
  await seedAreas(db, {
    areas: botParts.directory.areas,
    rootName: botParts.directory.local.office.name,
    rootTeamName: botParts.words.in('vi')('operator:teams.root_desk'),
    now: clock.now(),
  });

  const learnVillages = async () => botParts.names.learn(await listAreas(db));
  await learnVillages();
  const backend = chooseBackend(config, database.pool);
  const queueParts = { backend, clock, logger, metrics };
  const queue = createBullQueue(queueParts);
  // The wakes of a killed process may be lost, and no other process can have one under way.
  if (!config.DATABASE_URL) await sweepConversations({ db, queue, clock, lostAfterMs: 0 });
  const zalo = createZalo({ ...options, db, sealer, alarm, metrics, words: botParts.words });
  const webhook = createWebhook({
    appId: config.ZALO_APP_ID,
    secrets: config.ZALO_OA_SECRET_KEY,
    marks: botParts.marks,
    publicPhones: publicPhonesOf(botParts.directory.local.helpLines),
    findSecrets: botParts.opened.classifier.findSecrets,
    hearsDanger: botParts.hearsDanger,
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
  const windowAt = createWindow(botParts.directory.local.windowRules);
  const holidays = {
    lunar: botParts.directory.lunarHolidays,
    extra: botParts.directory.local.extraHolidays.map(({ date }) => date),
  };
  const officeHours = createWorkingCalendar('office', holidays);
  const callInstead = botParts.directory.local.helpLines['city-general']?.call;
  const ticketParts = { db, clock, queue, alarm, logger, words: botParts.words, splitText, windowAt };
  const { parts: serviceParts, ...ticketSide } = createTickets({ ...ticketParts, callInstead }, holidays);
  const push = openBrowserPush(config, { db, clock, sealer, logger, words: botParts.words });
  const memberPorts = createMemberPorts(zalo.client, config.ZALO_OPENAPI_URL);
  const memberSide = createMembers({
    ...serviceParts,
    origin: config.ORIGIN,
    settings: toMemberSettings(config),
    topicTitle: (topic) => botParts.directory.findTopic(topic)?.title,
    canned: botParts.canned,
    consoleUrl: consoleUrlOf(config),
    showInBrowsers: push?.show,
    ...memberPorts,
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
    words: botParts.words,
    bot: botParts.bot,
    hearsDanger: botParts.hearsDanger,
    origin: config.ORIGIN,
    splitText,
    moreWaitMs: options.moreWaitMs ?? moreWaitMs,
    queue,
    missed,
    officeHours,
    accept: webhook.acceptEvents,
    drainSpool: webhook.drainSpool,
    forgetRejected: webhook.forgetRejected,
    learnVillages,
    renewStatistics: config.DATABASE_URL ? undefined : () => renewStatistics(db),
    reclaimSpace: config.DATABASE_URL ? undefined : () => reclaimSpace(db),
    listErasures: openErasureList(db, config),
    refreshDueTokens: zalo.tokens.refreshDueTokens,
    openSealed: sealer.open,
    retentionDays: config.RETENTION_DAYS,
    auditDays: config.AUDIT_DAYS,
    maxActors: config.DATABASE_URL ? config.WORKER_CONCURRENCY : maxEmbeddedActors,
  };
  const worker = createBullWorker({
    ...queueParts,
    processors: createProcessors(jobParts),
    concurrency: config.WORKER_CONCURRENCY,
    schedules,
    onFailed: ({ name, reason }) => alarm.raise('job-failed', { detail: `${name}: ${reason}` }),
    onClockJump: (names) => alarm.raise('clock-jumped', { detail: `made anew: ${names.join(', ')}` }),
    onSchedulesLost: (names) => alarm.raise('queue-lost', { detail: `made anew: ${names.join(', ')}` }),
  });

  const watchdog = createWatchdog({ db, clock, alarm, logger });

  return {
    config,
    clock,
    logger,
    metrics,
    words: botParts.words,
    directory: botParts.directory,
    canned: botParts.canned,
    sealer,
    database,
    queue,
    tickets: ticketSide.tickets,
    learnVillages,
    worker,
    webhook,
    zalo: zalo.client,
    missed,
    watchdog,
    checkConnectedOas: () => checkConnectedOas({ db, client: zalo.client, alarm, logger }),
    knowsContent: botParts.opened.knows === 'data',
    learnContent: () => learnInBackground(botParts.opened, { logger, metrics, signal: closing.signal }),
    tokens: zalo.tokens,
    oauthRouter: zalo.oauthRouter,
    pagesRouter: createPagesRouter({
      db,
      words: botParts.words,
      office: botParts.directory.local.office.name,
      retentionDays: config.RETENTION_DAYS,
      verificationTag: verificationTag(config.ZALO_DOMAIN_VERIFICATION),
      localesFolder: options.locales ?? localesFolder,
    }),
    console: openConsole(config, {
      ...serviceParts,
      directory: botParts.directory,
      classifier: botParts.opened.classifier,
      canned: botParts.canned,
      tickets: ticketSide.tickets,
      media: memberPorts.media,
      sealer,
      learnVillages,
      officeHours,
      push,
    }),
    /** Closes the worker before the queue before the connections. */
    async close() {
      closing.abort();
      watchdog.stop();
      await worker.close();
      await queue.close();
      zalo.close();
      await database.close();
    },
  };
}

function databaseSettings(
  { config, logger }: BotOptions,
  metrics: Metrics,
): Parameters<typeof openDatabase>[0] {
  const { DATA_DIR: dataDir, DATABASE_URL: databaseUrl, SLOW_QUERY_MS: slowQueryMs } = config;
  return { dataDir, databaseUrl, logger, metrics, slowQueryMs };
}

function createBotParts(options: BotOptions) {
  const { config } = options;
  const { words, directory, opened, asked } = openKnowledge(options, config.DATA_DIR);
  const contactImageUrl = `${config.PUBLIC_URL ?? `http://localhost:${config.PORT}`}/contact-card.png`;
  const names = createLivePlaceNames(directory.areas);
  const bot = createBot({ directory, classifier: opened.classifier, words, asked, names, contactImageUrl });
  const t = words.in('vi');
  const canned = createCannedOffer(directory.canned, directory.local.office.name, t);
  const kinds = Object.entries(directory.emergencies);
  const cues = Object.fromEntries(kinds.map(([kind, { cues: own }]) => [kind, own]));
  const hearCues = createCueDetector({ cues });
  const hearsDanger = (text: string) => hearCues(text).hasCue;
  return { words, directory, opened, bot, names, marks: secretMarksOf(t), canned, hearsDanger };
}
