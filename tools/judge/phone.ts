import { setTimeout as delay } from 'node:timers/promises';

export interface Reply {
  text: string;
  buttons: string[];
}

interface PhoneMessage {
  from: 'user' | 'oa';
  text: string;
  buttons: { title: string }[];
}

const lookAgainMs = 50;
/** Several messages may answer one; after this long without a new one the reply is complete. */
const quietMs = 500;
const patienceMs = 15_000;

/** The phone of a new resident at the simulator. */
export async function openPhone(simulatorUrl: string, name: string) {
  async function call(method: string, path: string, body?: object): Promise<unknown> {
    const response = await fetch(`${simulatorUrl}${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}`);
    return response.json();
  }
  const { userId } = (await call('POST', '/sim/users', { name })) as { userId: string };

  async function received(): Promise<PhoneMessage[]> {
    const { messages } = (await call('GET', `/sim/users/${userId}/messages`)) as { messages: PhoneMessage[] };
    return messages.filter(({ from }) => from === 'oa');
  }

  return {
    /** Writes a message. @returns what the bot answers; empty when it stays silent for 15 s */
    async ask(text: string): Promise<Reply[]> {
      const before = (await received()).length;
      await call('POST', `/sim/users/${userId}/messages`, { text });
      let all = await received();
      let newestAt = performance.now();
      const startedAt = newestAt;
      while (true) {
        const waited = performance.now() - (all.length > before ? newestAt : startedAt);
        if (waited > (all.length > before ? quietMs : patienceMs)) break;
        await delay(lookAgainMs);
        const now = await received();
        if (now.length > all.length) newestAt = performance.now();
        all = now;
      }
      return all
        .slice(before)
        .map(({ text: said, buttons }) => ({ text: said, buttons: buttons.map(({ title }) => title) }));
    },
  };
}
