import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** Systems allow 108 bytes for the path of a socket, or 104 (macOS), including the closing zero byte. */
const maxPathBytes = 103;

/**
 * Where the socket of `socketPath` really is. A path that is too long moves to its own folder among the temporary
 * files, and a file beside `socketPath` records it. On Windows the socket is a named pipe.
 */
export function makeAdminAddress(socketPath: string): { location: string; remove(): void } {
  const location = usualLocation(socketPath);
  if (location) return { location, remove: () => undefined };
  const folder = mkdtempSync(path.join(os.tmpdir(), 'cau-noi-'));
  const shortLocation = path.join(folder, 'admin.sock');
  writeFileSync(noteBeside(socketPath), shortLocation, { mode: 0o600 });
  return {
    location: shortLocation,
    remove() {
      rmSync(folder, { recursive: true, force: true });
      rmSync(noteBeside(socketPath), { force: true });
    },
  };
}

/** The address to call for `socketPath`, or undefined when no server has run there. */
export function findAdminAddress(socketPath: string): string | undefined {
  const location = usualLocation(socketPath);
  if (location) return location;
  const note = noteBeside(socketPath);
  return existsSync(note) ? readFileSync(note, 'utf8') : undefined;
}

function usualLocation(socketPath: string): string | undefined {
  const absolute = path.resolve(socketPath);
  if (process.platform === 'win32') {
    const name = createHash('sha256').update(absolute).digest('hex').slice(0, 32);
    return `\\\\.\\pipe\\cau-noi-${name}`;
  }
  return Buffer.byteLength(absolute) <= maxPathBytes ? absolute : undefined;
}

function noteBeside(socketPath: string): string {
  return `${path.resolve(socketPath)}.address`;
}
