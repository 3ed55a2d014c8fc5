import sharp from 'sharp';
import { pictureFormat } from './picture-format.ts';

const maxBytes = 1024 * 1024;
const maxPixels = 60_000_000;
/**
 * Longest side and quality, tried in this order until the picture is small enough. Paper stays readable in the first.
 */
const tries: [number, number][] = [
  [2048, 85],
  [1600, 80],
  [1280, 75],
  [1024, 60],
  [640, 50],
];

/**
 * Converts the first frame of a picture to a JPEG of at most 1 MB without metadata: no place, no camera, no time. Runs
 * in a process of its own, because nothing else can end it.
 * @returns undefined for bytes that are not a picture of a usual format, or too large a one
 */
export async function shrinkPicture(bytes: Buffer): Promise<Buffer | undefined> {
  if (pictureFormat(bytes) === undefined) return undefined;
  try {
    for (const [side, quality] of tries) {
      const shrunk = await sharp(bytes, { limitInputPixels: maxPixels, pages: 1, failOn: 'error' })
        .rotate()
        .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
        .flatten({ background: '#fff' })
        .jpeg({ quality })
        .toBuffer();
      if (shrunk.length <= maxBytes) return shrunk;
    }
    return undefined;
  } catch {
    return undefined;
  }
}
