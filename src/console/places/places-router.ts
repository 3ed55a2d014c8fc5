import { Router } from 'express';
import { loadAreaTree } from '../../team/areas/area-store.ts';
import { mapPlace } from '../../ticket/map-place.ts';
import { groupUnknownPlaces } from '../../ticket/views/group-unknown-places.ts';
import { listUnknownPlaces } from '../../ticket/views/list-unknown-places.ts';
import type { ConsoleParts } from '../console-parts.ts';
import type { PageRequest } from '../http/page-request.ts';
import { createRootPageHandler, sendPage } from '../http/root-page.ts';
import { renderPlaces } from './places-page.ts';

/** `/console/places`: village names that residents wrote and no area bears, for the root desk to map. */
export function createPlacesRouter(parts: ConsoleParts): Router {
  const { db } = parts;
  const base = new URL(parts.url).pathname;
  const router = Router();
  router.get(
    '/',
    createRootPageHandler(parts, (page) => show(page)),
  );
  router.post(
    '/',
    createRootPageHandler(parts, async (page) => {
      const { form, viewer, t } = page;
      const text = form.fields.get('text')?.trim() ?? '';
      const areaId = form.fields.get('area') ?? '';
      const mapped = await mapPlace(parts, { text, areaId, by: { memberId: viewer.memberId } });
      if (mapped.kind === 'refused') {
        return show(page, { text: t(`console:places.refused.${mapped.why}`, { text }), isRefusal: true });
      }
      const name = (await loadAreaTree(db)).find(areaId)?.name ?? areaId;
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
      names: groupUnknownPlaces(places),
    });
    const status = notice?.isRefusal ? 409 : 200;
    await sendPage(parts, page, { title: t('console:places.title'), body, status });
  }

  return router;
}
