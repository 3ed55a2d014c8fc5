import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { OperatorError } from '../errors.ts';

/**
 * A file of lines: the mark, a nonce, the compressed lines under AES-256-GCM, and its tag. The mark is authenticated
 * too. Without the key nothing can be read, and no bit can be changed unnoticed.
 */
const mark = Buffer.from('cau-noi backup 1\n');
const nonceBytes = 12;
const tagBytes = 16;
const beforeLines = mark.length + nonceBytes;
const algorithm = 'aes-256-gcm';
const chunkLength = 64 * 1024;

interface SealedFile {
  file: string;
  /** 32 bytes, from BACKUP_KEY. */
  key: Buffer;
}

/** Writes a file that appears under its name only once it is complete and on disk. Only its owner may read it. */
export async function writeSealedLines(
  { file, key }: SealedFile,
  lines: AsyncIterable<string> | Iterable<string>,
): Promise<void> {
  const draft = `${file}.part`;
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv(algorithm, key, nonce).setAAD(mark);
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  await rm(draft, { force: true });
  try {
    await pipeline(
      Readable.from(inChunks(lines)),
      createGzip(),
      cipher,
      async function* framed(sealed: AsyncIterable<Buffer>) {
        yield Buffer.concat([mark, nonce]);
        yield* sealed;
        yield cipher.getAuthTag();
      },
      createWriteStream(draft, { mode: 0o600, flush: true }),
    );
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

/**
 * Reads the lines of a file, after it has checked all of the file: nothing comes out of a damaged one.
 * @throws OperatorError when it is not such a file, is damaged, or was written with another key
 */
export async function* readSealedLines({ file, key }: SealedFile): AsyncGenerator<string> {
  const frame = await readFrame(file);
  const decipher = () => {
    const one = createDecipheriv(algorithm, key, frame.nonce, { authTagLength: tagBytes }).setAAD(mark);
    one.setAuthTag(frame.tag);
    return createReadStream(file, { start: beforeLines, end: frame.end - 1 }).pipe(one);
  };
  try {
    for await (const _chunk of decipher());
  } catch {
    throw new OperatorError(`${file} is damaged, or BACKUP_KEY is not the one that it was written with.`);
  }
  yield* createInterface({ input: decipher().pipe(createGunzip()), crlfDelay: Number.POSITIVE_INFINITY });
}

/** Many lines at a time: the compression of one short line costs as much as that of a hundred. */
async function* inChunks(lines: AsyncIterable<string> | Iterable<string>): AsyncGenerator<string> {
  let chunk = '';
  for await (const line of lines) {
    chunk += `${line}\n`;
    if (chunk.length < chunkLength) continue;
    yield chunk;
    chunk = '';
  }
  yield chunk;
}

/** @returns the nonce, the tag, and where the tag begins */
async function readFrame(file: string): Promise<{ nonce: Buffer; tag: Buffer; end: number }> {
  const handle = await open(file).catch((error: NodeJS.ErrnoException) => {
    throw new OperatorError(`Cannot read ${file} (${error.code}).`);
  });
  try {
    const { size } = await handle.stat();
    const end = size - tagBytes;
    const head = Buffer.alloc(beforeLines);
    const tag = Buffer.alloc(tagBytes);
    if (end > beforeLines) {
      await handle.read(head, 0, beforeLines, 0);
      await handle.read(tag, 0, tagBytes, end);
    }
    if (!head.subarray(0, mark.length).equals(mark)) throw new OperatorError(`${file} is not a backup.`);
    return { nonce: head.subarray(mark.length), tag, end };
  } finally {
    await handle.close();
  }
}
