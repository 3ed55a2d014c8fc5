import { Router } from 'express';
import { type AuditAction, recordAudit } from '../../audit/audit-log.ts';
import { hourMs } from '../../durations.ts';
import { readOperatorNames } from '../../operator/operator-store.ts';
import { sealLink } from '../../zalo/auth/consent.ts';
import { actorOf } from '../access/viewer.ts';
import type { ConsoleParts } from '../console-parts.ts';
import type { PageRequest } from '../http/page-request.ts';
import { createRootPageHandler, sendPage } from '../http/root-page.ts';
import type { BrokenOas } from './broken-oas.ts';
import { listPauses, pauseOa, resumeOa } from './oa-pauses.ts';
import { troublesOf } from './oa-troubles.ts';
import { readLastSends, readOas } from './read-oas.ts';
import { listTopicPauses, pauseTopic, resumeTopic } from './topic-pauses.ts';
import { renderZalo } from './zalo-page.ts';

/** How long a consent link from the page stays valid. */
const linkLifeMs = hourMs;
const maxReason = 200;

/** `/console/zalo`: the OAs of the installation, for the root desk and administrators. */
export function createZaloRouter(parts: ConsoleParts, broken: BrokenOas): Router {
  const { db, sealer, logger, officeHours, topics, roster: source } = parts;
  const { pathname: base, origin } = new URL(parts.url);
  const router = Router();
  const forRoot = (handle: (page: PageRequest) => Promise<void>) => createRootPageHandler(parts, handle);
  const back = ({ response }: PageRequest) => response.redirect(303, `${base}/zalo`);

  router.get(
    '/',
    forRoot((page) => show(page)),
  );

  router.post(
    '/pause',
    forRoot(async (page) => {
      const { form, viewer, now, t } = page;
      const reason = reasonIn(page);
      if (reason === '') return show(page, { refusal: t('console:zalo.why_missing') });
      const oaId = form.fields.get('oa') ?? '';
      await pauseOa(db, { oaId, reason, memberId: viewer.memberId, now });
      logger.warn({ oaId, memberId: viewer.memberId }, 'the bot was paused at an OA');
      await note(page, 'oa-paused', oaId);
      broken.lookAgain();
      back(page);
    }),
  );

  router.post(
    '/resume',
    forRoot(async (page) => {
      const { form, viewer, now } = page;
      const oaId = form.fields.get('oa') ?? '';
      await resumeOa(db, { oaId, memberId: viewer.memberId, now });
      logger.info({ oaId, memberId: viewer.memberId }, 'the bot was resumed at an OA');
      await note(page, 'oa-resumed', oaId);
      broken.lookAgain();
      back(page);
    }),
  );

  router.post(
    '/topic-pause',
    forRoot(async (page) => {
      const { form, viewer, now, t } = page;
      const reason = reasonIn(page);
      const topic = form.fields.get('topic') ?? '';
      const oaId = form.fields.get('oa') || null;
      const oas = await readOas(db, now);
      if (reason === '') return show(page, { refusal: t('console:zalo.why_missing') });
      if (!topics.some(({ id }) => id === topic) || (oaId && !oas.some((oa) => oa.oaId === oaId)))
        return show(page, { refusal: t('console:zalo.topics.unknown') });
      await pauseTopic(db, { topic, oaId, reason, memberId: viewer.memberId, now });
      logger.warn({ topic, oaId, memberId: viewer.memberId }, 'the bot was paused about a topic');
      await note(page, 'topic-paused', topic);
      broken.lookAgain();
      back(page);
    }),
  );

  router.post(
    '/topic-resume',
    forRoot(async (page) => {
      const { form, viewer, now } = page;
      const { memberId } = viewer;
      const id = Number(form.fields.get('id'));
      const topic = Number.isSafeInteger(id) ? await resumeTopic(db, { id, memberId, now }) : undefined;
      if (topic) {
        logger.info({ topic, memberId }, 'the bot was resumed about a topic');
        await note(page, 'topic-resumed', topic);
      }
      broken.lookAgain();
      back(page);
    }),
  );

  router.post(
    '/link',
    forRoot(async (page) => {
      const { form, now, t } = page;
      const oaId = form.fields.get('oa')?.trim() ?? '';
      if (!/^\d{1,30}$/.test(oaId)) return show(page, { refusal: t('console:zalo.bad_id') });
      const key = sealLink(sealer, { oaId, openUntil: now + linkLifeMs });
      await note(page, 'oa-link-made', oaId);
      const address = `${origin}/oauth/zalo/start?key=${encodeURIComponent(key)}`;
      await show(page, { link: { oaId, address } });
    }),
  );

  function note({ viewer, now }: PageRequest, action: AuditAction, subject: string): Promise<void> {
    return recordAudit(db, { actor: actorOf(viewer), action, subject, now });
  }

  async function show(
    page: PageRequest,
    { link, refusal }: { link?: { oaId: string; address: string }; refusal?: string } = {},
  ): Promise<void> {
    const { t, now, viewer } = page;
    const oas = await readOas(db, now);
    const lastSends = await readLastSends(
      db,
      oas.map(({ oaId }) => oaId),
    );
    const pauses = await listPauses(db);
    const cards = oas.map((oa) => ({
      oa,
      lastSentAt: lastSends.get(oa.oaId),
      troubles: troublesOf(oa, { now, officeHours }),
      pauses: pauses.filter(({ oaId }) => oaId === oa.oaId),
    }));
    const roster = await source.load(db);
    const operators = await readOperatorNames(db);
    const shared = { t, base, now, roster, operators, formToken: viewer.formToken };
    const topicPauses = await listTopicPauses(db);
    const body = renderZalo({ ...shared, cards, topics, topicPauses, link, refusal });
    await sendPage(parts, page, { title: t('console:zalo.title'), body, status: refusal ? 409 : 200 });
  }

  return router;
}

/** Why somebody pauses something; empty when they do not say. */
function reasonIn({ form }: PageRequest): string {
  return form.fields.get('why')?.trim().slice(0, maxReason) ?? '';
}
