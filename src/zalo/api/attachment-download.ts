import axios, { type AxiosResponse, isAxiosError } from 'axios';

export interface DownloadedAttachment {
  bytes: Buffer;
  contentType: string;
}

/** The download of an attachment is not allowed, or it failed. */
export class AttachmentUnavailable extends Error {
  override name = 'AttachmentUnavailable';
}

export interface AttachmentDownload {
  /** @throws AttachmentUnavailable for a foreign host, a file that is too large, or no answer in time */
  download(url: string): Promise<DownloadedAttachment>;
}

interface AttachmentDownloadParts {
  /** Hosts (name, or name:port) allowed besides Zalo's own, for a simulator. */
  extraHosts?: readonly string[];
  maxBytes?: number;
  timeoutMs?: number;
}

/** Zalo stores people's files under these domains. Anything else may be a link into our own network. */
const zaloDomains = ['zdn.vn', 'zadn.vn', 'zalo.me', 'zaloapp.com'];
const maxRedirects = 3;

export function createAttachmentDownload({
  extraHosts = [],
  maxBytes = 20 * 1024 * 1024,
  timeoutMs = 15_000,
}: AttachmentDownloadParts = {}): AttachmentDownload {
  /** Follows redirects one by one, because each target must be allowed too. */
  async function fetchFrom(
    url: string,
    signal: AbortSignal,
    redirectsLeft: number,
  ): Promise<AxiosResponse<Buffer>> {
    if (!isAllowedUrl(url, extraHosts)) throw new AttachmentUnavailable('the address is not one of Zalo');
    const response = await axios.get<Buffer>(url, {
      responseType: 'arraybuffer',
      maxContentLength: maxBytes,
      maxRedirects: 0,
      proxy: false,
      signal,
      validateStatus: () => true,
    });
    const next: unknown = response.headers.location;
    if (response.status < 300 || response.status >= 400 || typeof next !== 'string') return response;
    if (redirectsLeft === 0) throw new AttachmentUnavailable('too many redirects');
    return fetchFrom(new URL(next, url).href, signal, redirectsLeft - 1);
  }

  return {
    async download(url) {
      const response = await fetchFrom(url, AbortSignal.timeout(timeoutMs), maxRedirects).catch(
        (error: unknown) => {
          // The axios error contains the address, which gives access to what a resident sent.
          throw isAxiosError(error) ? new AttachmentUnavailable(error.code ?? 'failed') : error;
        },
      );
      if (response.status !== 200) throw new AttachmentUnavailable(`HTTP ${response.status}`);
      return { bytes: response.data, contentType: String(response.headers['content-type'] ?? '') };
    },
  };
}

/** True for http(s) addresses under Zalo's domains, without a user name, on the usual ports. */
export function isAllowedUrl(url: string, extraHosts: readonly string[] = []): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, host, hostname, port, username, password } = new URL(url);
  if (!['http:', 'https:'].includes(protocol) || username || password) return false;
  if (extraHosts.includes(host) || extraHosts.includes(hostname)) return true;
  return port === '' && zaloDomains.some((domain) => hostname === domain || hostname.endsWith(`.${domain}`));
}
