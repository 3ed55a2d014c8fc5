import express from 'express';
import { listen } from '../../src/server.ts';
import { verifyDelivery } from '../../src/webhook/verify-delivery.ts';
import { appId, oaSecretKey } from '../../test/helpers/whole-bot.ts';

/** Entry of the reference server: an Express handler that only verifies the signature. */
const app = express();
app.disable('x-powered-by');
app.post('/webhooks/zalo', express.raw({ type: () => true }), ({ body, headers }, response) => {
  const signature = headers['x-zevent-signature'];
  const verdict = verifyDelivery(
    { body, signature: typeof signature === 'string' ? signature : undefined },
    { appId, secrets: [oaSecretKey] },
  );
  response.status(verdict.kind === 'verified' ? 200 : 401).end();
});
const { port } = await listen(app, { port: 0 });
process.send?.({ started: true, port });
process.on('disconnect', () => process.exit(0));
