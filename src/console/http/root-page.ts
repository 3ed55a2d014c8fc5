import type { RequestHandler } from 'express';
import type { ManagedPage } from '../access/managed-pages.ts';
import type { ConsoleParts } from '../console-parts.ts';
import type { Html } from '../layout/html.ts';
import { renderFrame } from '../layout/page-frame.ts';
import { createPageHandler, type PageRequest, sendHtml } from './page-request.ts';
import { sendMessagePage } from './send-message-page.ts';

/** A handler of a page for those who run the installation, the root desk and administrators; for anybody else the page does not exist. */
export function createRootPageHandler(
  parts: ConsoleParts,
  handle: (page: PageRequest) => Promise<void>,
): RequestHandler {
  return createPageHandler(parts, (page) =>
    page.viewer.sight.isRoot
      ? handle(page)
      : sendMessagePage(parts, page.response, { status: 404, key: 'not_found' }),
  );
}

/** A handler of a page below *Quản lý*; for whom it is not open, the page does not exist. */
export function createManagedHandler(
  parts: ConsoleParts,
  name: ManagedPage,
  handle: (page: PageRequest) => Promise<void>,
): RequestHandler {
  return createPageHandler(parts, (page) =>
    page.viewer.manages.has(name)
      ? handle(page)
      : sendMessagePage(parts, page.response, { status: 404, key: 'not_found' }),
  );
}

interface ShownPage {
  title: string;
  body: Html;
  status?: number;
}

/** Sends a page of the console with its frame around it. */
export async function sendPage(
  { url, assets, office }: ConsoleParts,
  { response, viewer, t }: PageRequest,
  { title, body, status = 200 }: ShownPage,
): Promise<void> {
  const base = new URL(url).pathname;
  await sendHtml(response, renderFrame({ t, assets, base, office, title, viewer, body }), status);
}
