import sharp from 'sharp';
import { shrinkPicture } from './shrink-picture.ts';

/** Entry of the process that shrinks one picture: bytes in, bytes out, end. */

sharp.concurrency(1);
sharp.cache(false);

process.once('message', async (bytes: Uint8Array) => {
  const shrunk = await shrinkPicture(Buffer.from(bytes));
  process.send?.({ shrunk }, () => process.exit(0));
});
process.once('disconnect', () => process.exit(0));
