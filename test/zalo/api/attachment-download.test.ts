import {
  AttachmentUnavailable,
  createAttachmentDownload,
  isAllowedUrl,
} from '../../../src/zalo/api/attachment-download.ts';
import { hangUp, type LocalServer, type Responder, silence, startLocalServer } from '../local-server.ts';

let server: LocalServer;
let stranger: LocalServer;

beforeEach(async () => {
  server = await startLocalServer(picture);
  stranger = await startLocalServer(picture);
});

afterEach(() => Promise.all([server.close(), stranger.close()]));

const picture: Responder = (_request, response) => {
  response.writeHead(200, { 'content-type': 'image/jpeg' }).end('picture');
};

const redirect =
  (location: string): Responder =>
  (_request, response) => {
    response.writeHead(302, { location }).end();
  };

function download(url = `${server.url}/a.jpg`, limits: { maxBytes?: number } = {}) {
  const extraHosts = [new URL(server.url).host];
  return createAttachmentDownload({ extraHosts, timeoutMs: 300, ...limits }).download(url);
}

test('downloads the bytes and their type', async () => {
  const { bytes, contentType } = await download();
  expect(bytes.toString()).toBe('picture');
  expect(contentType).toBe('image/jpeg');
});

test('never calls a host that is not allowed', async () => {
  await expect(download(stranger.url)).rejects.toBeInstanceOf(AttachmentUnavailable);
  expect(stranger.received).toEqual([]);
});

test('follows a redirect to an allowed host only', async () => {
  server.respond = (request, response) =>
    (request.path === '/a.jpg' ? redirect('/b.jpg') : picture)(request, response);
  expect((await download()).bytes.toString()).toBe('picture');
  server.respond = redirect(`${stranger.url}/b.jpg`);
  await expect(download()).rejects.toBeInstanceOf(AttachmentUnavailable);
  expect(stranger.received).toEqual([]);
});

test('does not follow a redirect loop', async () => {
  server.respond = redirect('/a.jpg');
  await expect(download()).rejects.toThrow('too many redirects');
  expect(server.received).toHaveLength(4);
});

test('stops at the size limit, announced or not', async () => {
  await expect(download(undefined, { maxBytes: 3 })).rejects.toBeInstanceOf(AttachmentUnavailable);
  server.respond = (_request, response) => {
    response.writeHead(200);
    response.write('x'.repeat(100));
    response.write('x'.repeat(100_000));
  };
  await expect(download(undefined, { maxBytes: 1000 })).rejects.toBeInstanceOf(AttachmentUnavailable);
});

test.each<[string, Responder]>([
  ['silence', silence],
  ['a dropped connection', hangUp],
  ['a 404', (_request, response) => void response.writeHead(404).end()],
])('%s gives one clear error without the address', async (_title, respond) => {
  server.respond = respond;
  const error = await download().catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(AttachmentUnavailable);
  expect(String(error)).not.toContain('a.jpg');
});

test.each([
  ['http://f6.photo.talk.zdn.vn/1.jpg', true],
  ['https://zalo-api.zadn.vn/api/emoticon', true],
  ['https://zalo.me/1', true],
  ['https://x.zaloapp.com/1', true],
  ['https://ZDN.VN/1', true],
  ['https://zdn.vn.example.com/1', false],
  ['https://evilzdn.vn/1', false],
  ['https://zdn.vn@example.com/1', false],
  ['https://zdn.vn:8443/1', false],
  ['ftp://zdn.vn/1', false],
  ['file:///etc/passwd', false],
  ['http://127.0.0.1/1', false],
  ['http://[::1]/1', false],
  ['not an address', false],
])('%s is allowed: %p', (url, allowed) => {
  expect(isAllowedUrl(url)).toBe(allowed);
});
