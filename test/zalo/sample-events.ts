import { readdirSync, readFileSync } from 'node:fs';

const folder = new URL('../fixtures/zalo-events/', import.meta.url);

export const sampleAppId = '4103557029146681245';
export const sampleOaId = '1872450913366021547';
export const sampleResidentId = '6934410285517730946';
export const sampleSecret = 'demo-OA-secret-key-not-real';
export const sampleNames = readdirSync(folder)
  .filter((file) => file.endsWith('.json'))
  .map((file) => file.replace('.json', ''));

export function sampleBody(name: string): Buffer {
  return readFileSync(new URL(`${name}.json`, folder));
}

/** The JSON of a sample body, with fields replaced. */
export function sampleJson(name: string, changes: object = {}): Record<string, unknown> {
  return { ...JSON.parse(sampleBody(name).toString('utf8')), ...changes };
}

/** Expected header values of SIGNATURES.txt, by sample name. */
export function sampleSignatures(): Map<string, string> {
  const lines = readFileSync(new URL('SIGNATURES.txt', folder), 'utf8').split('\n');
  return new Map(
    lines.flatMap((line) => {
      const match = /^(mac=[0-9a-f]{64}) {2}(\S+)\.json$/.exec(line);
      return match ? [[match[2] as string, match[1] as string]] : [];
    }),
  );
}
