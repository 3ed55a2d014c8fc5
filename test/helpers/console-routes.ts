import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ticketActions } from '../../src/console/ticket/ticket-actions.ts';

const folder = fileURLToPath(new URL('../../src/console/', import.meta.url));

/** Where a router declares one route for every action. */
const written = /\$\{action\}/;

/** Every route of the console as its routers declare it, e.g. `POST /tickets/:number/claim`: read from the code, so that none is forgotten. */
export function listConsoleRoutes(): string[] {
  const mounted = readFileSync(join(folder, 'create-console.ts'), 'utf8');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('-router.ts'),
  );
  return files.flatMap((file) => {
    const code = readFileSync(join(folder, file), 'utf8');
    const factory = /export function (create\w+Router)/.exec(code)?.[1] ?? '';
    const mount = new RegExp(`inside\\.use\\((?:'([^']*)', )?${factory}\\(`).exec(mounted);
    if (!mount) throw new Error(`${file}: its router is not mounted in create-console.ts`);
    const routes = [...code.matchAll(/router\.(get|post)\(\s*['`]([^'`]*)['`]/g)];
    return routes.flatMap(([, method = '', path = '']) =>
      (written.test(path) ? ticketActions : ['']).map((action) => {
        const whole = `${mount[1] ?? ''}${path.replace(written, action)}`;
        return `${method.toUpperCase()} ${whole.length > 1 ? whole.replace(/\/$/, '') : whole}`;
      }),
    );
  });
}
