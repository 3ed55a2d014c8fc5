import { createAdjustableClock } from '../../src/clock.ts';
import { silentLogger } from '../../src/logger.ts';
import { toMessageBody } from '../../src/zalo/send/message-body.ts';
import { createSimulator } from '../simulator/simulator.ts';
import type { Answer } from './list-answers.ts';

const oaId = '4000000000000000901';

/** A simulated platform that shows answers of the OA in a chat. */
export interface AnswersOnPhone {
  /** @returns the address of the phone page with these answers in its chat, in order */
  showAnswers(answers: readonly Answer[]): Promise<string>;
  close(): Promise<void>;
}

/** @throws Error when the platform refuses an answer */
export async function startAnswersOnPhone(oaName: string): Promise<AnswersOnPhone> {
  const simulator = createSimulator({
    clock: createAdjustableClock(),
    logger: silentLogger,
    appId: '1',
    appSecret: 'not-a-secret',
    oaSecretKey: 'not-a-secret',
    webhookUrl: 'http://127.0.0.1:1/',
    oas: [{ oaId, name: oaName }],
  });
  const url = await simulator.listen(0);
  const { accessToken } = simulator.issueTokens(oaId);

  const post = async (path: string, body: object): Promise<Record<string, unknown>> => {
    const headers = { 'Content-Type': 'application/json', access_token: accessToken };
    const response = await fetch(url + path, { method: 'POST', headers, body: JSON.stringify(body) });
    return (await response.json()) as Record<string, unknown>;
  };

  return {
    async showAnswers(answers) {
      const { userId } = await post('/sim/users', { name: 'Người đọc', oaId });
      // The OA may only write to a person who has written.
      await post(`/sim/users/${userId}/messages`, { text: '.' });
      for (const { id, content } of answers) {
        const message = toMessageBody(content);
        const { error, message: why } = await post('/v3.0/oa/message/cs', {
          recipient: { user_id: userId },
          message,
        });
        if (error !== 0) throw new Error(`${id} was not taken: ${error} ${why}`);
      }
      return `${url}/#${userId}`;
    },
    close: () => simulator.close(),
  };
}
