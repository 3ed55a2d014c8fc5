import type { Translate } from '../../i18n.ts';
import type { AppVerdict } from './check-app.ts';
import { mergeSettings } from './env-file.ts';
import { type DeliveryWatch, waitForDelivery } from './wait-for-delivery.ts';

/** Everything outside that the guided setup uses. */
export interface SetupParts {
  t: Translate;
  write(text: string): void;
  /** Shows a question. @returns the line that the operator types, trimmed */
  ask(question: string): Promise<string>;
  /** The settings as they are now, from `.env` and the environment. */
  given: Record<string, string | undefined>;
  /** The text that the settings go into: `.env`, or `.env.example` before there is one. */
  envText: string;
  /** Replaces `.env`; only its owner may read it. */
  writeEnv(text: string): Promise<void>;
  checkApp(app: { appId: string; appSecret: string }): Promise<AppVerdict>;
  /** Whether a host name leads to any machine. */
  resolves(host: string): Promise<boolean>;
  /** 32 random bytes as 64 hex digits. */
  newKey(): string;
  watch: DeliveryWatch;
}

/** For the words that show what a public address looks like. */
const example = 'https://bot.example.vn';

/** Keys that are made and never asked for. */
const keys = ['ENCRYPTION_KEY', 'BACKUP_KEY', 'SESSION_SECRET', 'METRICS_TOKEN'] as const;

/**
 * Asks for the settings that only the operator knows, checks each as far as it can be checked, writes `.env`, says what
 * to enter at Zalo, and waits until Zalo's first delivery has arrived.
 * @returns whether a delivery with a right signature arrived
 */
export async function runSetup(parts: SetupParts): Promise<boolean> {
  const { t, write, given } = parts;
  const say = (key: string, values?: Record<string, string>) =>
    write(`${t(`operator:setup.${key}`, values)}\n`);
  say('hello');
  const url = await askUrl(parts);
  const { appId, appSecret } = await askApp(parts);
  const values: Record<string, string> = {
    PUBLIC_URL: url,
    ZALO_APP_ID: appId,
    ZALO_APP_SECRET: appSecret,
    ZALO_OA_SECRET_KEY: await askOaKey(parts, appSecret),
    ZALO_DOMAIN_VERIFICATION: await askFor(parts, 'ZALO_DOMAIN_VERIFICATION'),
  };
  for (const name of keys) values[name] = given[name] || parts.newKey();
  await parts.writeEnv(mergeSettings(parts.envText, values));
  say('written');
  say('at_zalo', { url });
  const hasArrived = await waitForDelivery(parts.watch, { url, say });
  say(hasArrived ? 'done' : 'gave_up');
  return hasArrived;
}

/** Asks for one setting; an empty answer keeps what is there. */
async function askFor({ ask, t, given }: SetupParts, name: string): Promise<string> {
  const kept = given[name] ? ` ${t('operator:setup.keep')}` : '';
  const answer = await ask(`${t(`operator:setup.ask.${name}`, { example })}${kept}\n${name}=`);
  return answer || given[name] || '';
}

async function askUrl(parts: SetupParts): Promise<string> {
  for (;;) {
    const url = (await askFor(parts, 'PUBLIC_URL')).replace(/\/+$/, '');
    const fault = await faultOfUrl(parts, url);
    if (fault === undefined) return url;
    parts.write(`${parts.t(`operator:setup.faults.${fault}`, { example })}\n`);
  }
}

async function faultOfUrl({ resolves }: SetupParts, url: string): Promise<string | undefined> {
  const address = URL.canParse(url) ? new URL(url) : undefined;
  if (address?.protocol !== 'https:' || address.origin !== url) return 'url';
  return (await resolves(address.hostname)) ? undefined : 'host';
}

/** Asks again until Zalo knows the app, or the operator insists on the same answers. */
async function askApp(parts: SetupParts): Promise<{ appId: string; appSecret: string }> {
  const { t, write } = parts;
  let refused: string | undefined;
  for (;;) {
    const appId = await askFor(parts, 'ZALO_APP_ID');
    const appSecret = await askFor(parts, 'ZALO_APP_SECRET');
    const { state, reason } = await parts.checkApp({ appId, appSecret });
    write(`${t(`operator:setup.app.${state}`, { reason })}\n`);
    const answers = `${appId}/${appSecret}`;
    // Zalo publishes no list of its refusals, so the operator has the last word.
    if (state === 'right' || answers === refused) return { appId, appSecret };
    refused = answers;
    parts = { ...parts, given: { ...parts.given, ZALO_APP_ID: appId, ZALO_APP_SECRET: appSecret } };
  }
}

async function askOaKey(parts: SetupParts, appSecret: string): Promise<string> {
  for (;;) {
    const key = await askFor(parts, 'ZALO_OA_SECRET_KEY');
    if (key !== '' && key !== appSecret) return key;
    parts.write(`${parts.t(`operator:setup.faults.${key === '' ? 'empty' : 'same_key'}`)}\n`);
  }
}
