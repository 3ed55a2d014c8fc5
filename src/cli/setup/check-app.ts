import { messageOf } from '../../errors.ts';
import { ZaloRefusal } from '../../zalo/api/zalo-error.ts';
import { createZaloHttp } from '../../zalo/api/zalo-http.ts';
import { createOAuthClient } from '../../zalo/auth/oauth-client.ts';

/** What Zalo thinks of an app's id and secret. */
export interface AppVerdict {
  state: 'right' | 'app-refused' | 'secret-refused' | 'unclear' | 'unreachable';
  /** Zalo's words, or why it was not reached. */
  reason: string;
}

interface AppParts {
  oauthUrl: string;
  appId: string;
  appSecret: string;
}

/** Not a real token: Zalo looks at app and secret first. */
const noToken = 'cau-noi-setup-asks-about-the-app';
const states: Record<number, AppVerdict['state']> = {
  [-14002]: 'app-refused',
  [-14004]: 'secret-refused',
  // Only the token is refused.
  [-14014]: 'right',
  [-118]: 'right',
};

/**
 * Asks Zalo to refresh a token that does not exist. What Zalo complains about shows whether it knows the app and takes
 * its secret; nothing is changed there.
 */
export async function checkApp({ oauthUrl, appId, appSecret }: AppParts): Promise<AppVerdict> {
  const http = createZaloHttp({ baseUrl: oauthUrl });
  const client = createOAuthClient({ http, baseUrl: oauthUrl, appId, appSecret });
  try {
    await client.refresh(noToken);
    return { state: 'unclear', reason: 'a token that does not exist was refreshed' };
  } catch (error) {
    const state = error instanceof ZaloRefusal ? (states[error.code] ?? 'unclear') : 'unreachable';
    return { state, reason: messageOf(error) };
  } finally {
    http.close();
  }
}
