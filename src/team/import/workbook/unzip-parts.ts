import { fromBufferPromise } from 'yauzl';

/** A workbook that is damaged, is none, or unpacks to more than any list needs. */
export class WorkbookError extends Error {
  override name = 'WorkbookError';
  readonly kind: 'bad-workbook' | 'file-too-large';

  constructor(kind: WorkbookError['kind'], cause?: unknown) {
    super(kind, { cause });
    this.kind = kind;
  }
}

/** 10,000 rows of 15 columns unpack to about 12 MB. */
const maxUnpackedBytes = 60_000_000;
const maxEntries = 1000;

/**
 * Unpacks the XML parts of a workbook, and nothing else. The limit holds for what is really unpacked: yauzl stops an
 * entry that grows larger than it says.
 * @throws WorkbookError
 */
export async function unzipParts(bytes: Buffer): Promise<Map<string, string>> {
  const parts = new Map<string, string>();
  let left = maxUnpackedBytes;
  try {
    const zip = await fromBufferPromise(bytes, { lazyEntries: true, validateEntrySizes: true });
    if (zip.entryCount > maxEntries) throw new WorkbookError('file-too-large');
    for await (const entry of zip.eachEntry()) {
      if (!isWanted(entry.fileName)) continue;
      left -= entry.uncompressedSize;
      if (left < 0) throw new WorkbookError('file-too-large');
      const chunks: Buffer[] = [];
      for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
      parts.set(entry.fileName, Buffer.concat(chunks).toString('utf8'));
    }
    return parts;
  } catch (error) {
    throw error instanceof WorkbookError ? error : new WorkbookError('bad-workbook', error);
  }
}

function isWanted(name: string): boolean {
  return /^xl\/(?:workbook\.xml|_rels\/workbook\.xml\.rels|sharedStrings\.xml|styles\.xml|worksheets\/[^/]+\.xml)$/.test(
    name,
  );
}
