import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { createDomainVerificationRouter } from '../../src/pages/domain-verification.ts';

async function pagesWith(code: string | undefined, ...paths: string[]): Promise<[number, string][]> {
  const server = express().use(createDomainVerificationRouter({ code })).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const pages: [number, string][] = [];
  for (const path of paths) {
    const response = await fetch(origin + path, { headers: { connection: 'close' } });
    pages.push([response.status, await response.text()]);
  }
  server.close();
  return pages;
}

const tag = '<meta name="zalo-platform-site-verification" content="Ab-1_z" />';

describe('domain verification', () => {
  test('shows the tag in the file', async () => {
    const pages = await pagesWith('Ab-1_z', '/zalo_verifierAb-1_z.html');
    for (const [status, page] of pages) {
      expect(status).toBe(200);
      expect(page).toContain(tag);
    }
  });

  test('knows no other file', async () => {
    const [[status] = []] = await pagesWith('Ab-1_z', '/zalo_verifierXX.html');
    expect(status).toBe(404);
  });

  test('knows none without a code, and leaves the root page to others', async () => {
    const pages = await pagesWith(undefined, '/', '/zalo_verifier.html');
    expect(pages.map(([status]) => status)).toEqual([404, 404]);
  });
});
