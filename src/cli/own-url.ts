/** The address under which a program on this machine reaches the bot that listens on `port` and `host`. */
export function ownUrl({ port, host }: { port: number; host?: string | undefined }): string {
  if (host === undefined || host === '0.0.0.0' || host === '::') return `http://127.0.0.1:${port}`;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}
