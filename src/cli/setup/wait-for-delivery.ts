/** How the setup sees what arrives at the bot. */
export interface DeliveryWatch {
  /** Whether a bot answers at an address. */
  isBot(url: string): Promise<boolean>;
  /** Deliveries by result since the bot started; undefined while it does not run or does not show them. */
  deliveries(): Promise<Record<string, number> | undefined>;
  /** Waits until the next look. @returns false when it is time to give up */
  pause(): Promise<boolean>;
}

interface WaitParams {
  url: string;
  say(key: string, values?: Record<string, string>): void;
}

/** Results that show that the signature was right. */
const verified = ['new', 'repeat', 'spooled', 'unknown-oa'];
/** Results from which the operator learns what is wrong. */
const telling = ['bad-signature', 'wrong-app', 'unsigned'];

/** Waits for the bot, for its public address, and for a delivery that verifies; says each change once. */
export async function waitForDelivery(watch: DeliveryWatch, { url, say }: WaitParams): Promise<boolean> {
  const said = new Set<string>();
  const once = (key: string, values?: Record<string, string>) => {
    if (!said.has(key)) say(`wait.${key}`, values);
    said.add(key);
  };
  let isReached = false;
  do {
    const counts = await watch.deliveries();
    if (counts === undefined) {
      once('start');
      continue;
    }
    isReached ||= await watch.isBot(url);
    once('running');
    once(isReached ? 'reached' : 'not-reached', { url });
    if (verified.some((result) => (counts[result] ?? 0) > 0)) return true;
    for (const result of telling) if ((counts[result] ?? 0) > 0) once(result);
  } while (await watch.pause());
  return false;
}
