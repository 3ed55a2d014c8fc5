import { Router } from 'express';
import { readSheet } from '../../team/import/read-sheet.ts';
import { templateOf } from '../../team/import/template-of.ts';
import { actorOf } from '../access/viewer.ts';
import type { ConsoleParts } from '../console-parts.ts';
import type { PageRequest } from '../http/page-request.ts';
import { createManagedHandler, sendPage } from '../http/root-page.ts';
import { columnsOf, findKind, type ImportKind, runImport } from './import-kinds.ts';
import { renderChoice, renderExpired, renderPreview, renderReport } from './import-pages.ts';
import { digestOf, openPreview, previewLifeMs, sealPreview } from './sealed-preview.ts';

/** `/console/import`: lists of areas, teams and members; shown line by line, and applied only after that. A clerk's may change the own areas only. */
export function createImportRouter(parts: ConsoleParts): Router {
  const { sealer, logger, words, learnVillages } = parts;
  const base = new URL(parts.url).pathname;
  const router = Router();
  const managed = (handle: (page: PageRequest) => Promise<void>) =>
    createManagedHandler(parts, 'import', handle);
  const shared = ({ t, viewer }: PageRequest) => ({ t, base, formToken: viewer.formToken });
  const send = (page: PageRequest, body: Parameters<typeof sendPage>[2]['body'], status?: number) =>
    sendPage(parts, page, { title: page.t('console:imports.title'), body, ...(status && { status }) });

  router.get(
    '/',
    managed((page) => send(page, renderChoice(shared(page), findKind(page.request.query.kind)))),
  );
  router.get('/template/:name', managed(sendTemplate));
  router.post('/preview', managed(showPreview));
  router.post('/', managed(applyPreview));

  async function sendTemplate({ request, response, t }: PageRequest) {
    const kind = findKind(String(request.params.name).replace(/\.csv$/, ''));
    if (!kind) return void response.status(404).end();
    const name = `${words.in('vi')(`console:imports.template_names.${kind}`)}.csv`;
    response.attachment(name).type('text/csv; charset=utf-8').send(templateOf(columnsOf[kind], t));
  }

  async function showPreview(page: PageRequest) {
    const { form } = page;
    const kind = findKind(form.fields.get('kind'));
    if (!kind || !form.file) return send(page, renderChoice(shared(page), kind), 400);
    const sheet = await readSheet(form.file);
    await sendPreview(page, {
      kind,
      sheet,
      plan: await runImport(parts, { kind, sheet, ...orderOf(page), apply: false }),
    });
  }

  async function sendPreview(
    page: PageRequest,
    shown: {
      kind: ImportKind;
      sheet: Awaited<ReturnType<typeof readSheet>>;
      plan: Awaited<ReturnType<typeof runImport>>;
    },
    isAnew = false,
  ) {
    const { viewer, now } = page;
    const { kind, sheet, plan } = shown;
    const until = now + previewLifeMs;
    const sealed = sealPreview(sealer, {
      ...{ kind, sheet, until, sessionId: viewer.session.id },
      digest: digestOf(plan),
    });
    await send(
      page,
      renderPreview({ ...shared(page), now, kind, plan, sealed, until, isAnew }),
      isAnew ? 409 : 200,
    );
  }

  /** Applies exactly what was shown; when that would now be something else, shows it anew. */
  async function applyPreview(page: PageRequest) {
    const { form, viewer, now } = page;
    const whose = { sessionId: viewer.session.id, now };
    const preview = openPreview(sealer, form.fields.get('preview') ?? '', whose);
    if (!preview) return send(page, renderExpired(shared(page)), 409);
    const { kind, sheet, digest } = preview;
    const plan = await runImport(parts, {
      kind,
      sheet,
      ...orderOf(page),
      apply: (made) => digestOf(made) === digest,
    });
    if (digestOf(plan) !== digest || plan.faults.length > 0) {
      return sendPreview(page, { kind, sheet, plan }, true);
    }
    if (kind === 'areas') await learnVillages();
    logger.info({ memberId: viewer.memberId, kind, changes: plan.changes.length }, 'a list was imported');
    await send(page, renderReport(shared(page), kind, plan));
  }

  return router;
}

/** Who imports, and what it may change. */
function orderOf({ viewer, now }: PageRequest) {
  return { by: actorOf(viewer), now, office: viewer.operator?.areaId };
}
