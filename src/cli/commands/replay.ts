import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { loadCommandConfig } from '../../config.ts';
import { messageOf, OperatorError } from '../../errors.ts';
import { envelopeOf } from '../../zalo/events/delivery-envelope.ts';
import { signDelivery } from '../../zalo/events/signature.ts';
import type { CommandParts } from '../command-parts.ts';

/** `replay FILE`: signs a saved body as Zalo would and delivers it. */
export function addReplayCommand(program: Command, { write }: CommandParts): void {
  program
    .command('replay <file>')
    .description('sign the body in a file as Zalo would and deliver it to the webhook')
    .option('--url <url>', 'the webhook; the one on this machine otherwise')
    .action(async (file: string, { url }: { url?: string }) => {
      const { ZALO_APP_ID: appId, ZALO_OA_SECRET_KEY: secrets, PORT } = loadCommandConfig();
      const body = await readBody(file);
      const target = url ?? `http://localhost:${PORT}/webhooks/zalo`;
      const status = await deliver(target, body, { appId, secret: secrets[0] as string });
      write(`${target} answered ${status}.\n`);
      if (status !== 200) throw new OperatorError('The delivery was not taken.');
    });
}

async function readBody(file: string): Promise<Buffer> {
  try {
    return await readFile(file);
  } catch (error) {
    throw new OperatorError(`Cannot read ${file} (${messageOf(error)}).`);
  }
}

async function deliver(
  url: string,
  body: Buffer,
  { appId, secret }: { appId: string; secret: string },
): Promise<number> {
  const envelope = envelopeOf(body);
  if (!envelope) throw new OperatorError('The file is not a Zalo event: JSON with app_id and timestamp.');
  if (envelope.appId !== appId) {
    throw new OperatorError(
      `The event is of the app ${envelope.appId}, ours is ${appId}: it would be dropped.`,
    );
  }
  const signature = signDelivery({ ...envelope, body, secret });
  const headers = { 'content-type': 'application/json', 'x-zevent-signature': signature };
  try {
    const response = await fetch(url, { method: 'POST', headers, body: new Uint8Array(body) });
    return response.status;
  } catch (error) {
    throw new OperatorError(`Nobody answers at ${url} (${messageOf(error)}). Is the bot running?`);
  }
}
