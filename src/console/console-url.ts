import type { Config } from '../config.ts';

/** Address of the console; undefined without SESSION_SECRET, which its sessions need. */
export function consoleUrlOf({
  PUBLIC_URL,
  PORT,
  SESSION_SECRET,
}: Pick<Config, 'PUBLIC_URL' | 'PORT' | 'SESSION_SECRET'>): string | undefined {
  return SESSION_SECRET && `${PUBLIC_URL ?? `http://localhost:${PORT}`}/console`;
}
