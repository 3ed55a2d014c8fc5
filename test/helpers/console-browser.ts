/** A browser without scripts: keeps cookies, follows no redirect by itself, sends forms with the token of its last page. */
export interface ConsoleBrowser {
  get(path: string, headers?: Record<string, string>): Promise<Page>;
  /** Posts a form from the last page. */
  post(path: string, fields?: Record<string, string | Blob>, headers?: Record<string, string>): Promise<Page>;
  cookies: Map<string, string>;
}

interface Page {
  status: number;
  /** Where it redirects to, without the origin. */
  location: string | undefined;
  headers: Headers;
  html: string;
  /** The text that people read. */
  text: string;
}

export function createBrowser(
  origin: string,
  userAgent = 'Mozilla/5.0 (Linux; Android 14) Chrome/140',
): ConsoleBrowser {
  const cookies = new Map<string, string>();
  let formToken = '';
  async function send(path: string, init: RequestInit): Promise<Page> {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { 'user-agent': userAgent, ...(cookie && { cookie }), ...init.headers };
    const response = await fetch(origin + path, { ...init, headers, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '') cookies.delete(name);
      else cookies.set(name, value);
    }
    const html = await response.text();
    formToken = /name="form_token" value="([^"]+)"/.exec(html)?.[1] ?? formToken;
    const location = response.headers.get('location') ?? undefined;
    return { status: response.status, location, headers: response.headers, html, text: toText(html) };
  }
  return {
    cookies,
    get: (path, headers = {}) => send(path, { headers }),
    post(path, fields = {}, headers = {}) {
      const body = new FormData();
      for (const [name, value] of Object.entries({ form_token: formToken, ...fields })) body.set(name, value);
      return send(path, { method: 'POST', body, headers });
    },
  };
}

function toText(html: string): string {
  return html
    .replaceAll(/<(?:script|style|option)[\s\S]*?<\/(?:script|style|option)>/g, ' ')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/&lt;/g, '<')
    .replaceAll(/&gt;/g, '>')
    .replaceAll(/&quot;/g, '"')
    .replaceAll(/&#39;/g, "'")
    .replaceAll(/&amp;/g, '&')
    .replaceAll(/\s+/g, ' ');
}
