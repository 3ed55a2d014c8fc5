import { Router } from 'express';
import { recordAudit } from '../../audit/audit-log.ts';
import { loadAreaTree } from '../../team/areas/area-store.ts';
import { mapPlace } from '../../ticket/map-place.ts';
import { groupUnknownPlaces } from '../../ticket/views/group-unknown-places.ts';
import { listUnknownPlaces } from '../../ticket/views/list-unknown-places.ts';
import { actorOf, callerOf } from '../access/viewer.ts';
import type { ConsoleParts } from '../console-parts.ts';
import type { PageRequest } from '../http/page-request.ts';
import { createManagedHandler, sendPage } from '../http/root-page.ts';
import { renderPlaces } from './places-page.ts';

/** `/console/places`: village names that residents wrote and no area bears, for those to map who look after these areas. */
export function createPlacesRouter(parts: ConsoleParts): Router {
  const { db } = parts;
  const base = new URL(parts.url).pathname;
  const router = Router();
  router.get(
    '/',
    createManagedHandler(parts, 'places', (page) => show(page)),
  );
  router.post(
    '/',
    createManagedHandler(parts, 'places', async (page) => {
      const { form, viewer, now, t } = page;
      const text = form.fields.get('text')?.trim() ?? '';
      const areaId = form.fields.get('area') ?? '';
      if (!isInSight(viewer, areaId)) {
        return show(page, { text: t('console:places.refused.unknown-area', { text }), isRefusal: true });
      }
      const mapped = await mapPlace(parts, { text, areaId, by: callerOf(viewer) });
      if (mapped.kind === 'refused') {
        return show(page, { text: t(`console:places.refused.${mapped.why}`, { text }), isRefusal: true });
      }
      const name = (await loadAreaTree(db)).find(areaId)?.name ?? areaId;
      await recordAudit(db, { actor: actorOf(viewer), action: 'place-mapped', subject: areaId, now });
      const moved = mapped.moved.map((number) => t('console:ticket.number', { number })).join(', ');
      const said = t('console:places.mapped', { text, name, times: mapped.settled });
      const followed = moved && ` ${t('console:places.moved', { moved })}`;
      await show(page, { text: said + followed, isRefusal: false });
    }),
  );

  async function show(page: PageRequest, notice?: { text: string; isRefusal: boolean }): Promise<void> {
    const { t, now, viewer } = page;
    const [tree, places] = [await loadAreaTree(db), await listUnknownPlaces(db)];
    const body = renderPlaces({
      ...{ t, base, now, tree, notice, formToken: viewer.formToken },
      names: groupUnknownPlaces(places).filter(({ areaId }) => isInSight(viewer, areaId)),
    });
    const status = notice?.isRefusal ? 409 : 200;
    await sendPage(parts, page, { title: t('console:places.title'), body, status });
  }

  return router;
}

/** A clerk maps the names that were looked up in the own areas, to these areas. */
function isInSight({ sight }: PageRequest['viewer'], areaId: string | undefined): boolean {
  return sight.isRoot || (areaId !== undefined && sight.areaIds.has(areaId));
}
