import { cpSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Copies the style sheet of the console, which the compiler leaves out, from `src/` into `dist/`. */
const source = fileURLToPath(new URL('../../../src/console/assets/', import.meta.url));
const target = fileURLToPath(new URL('../../console/assets/', import.meta.url));
cpSync(source, target, { recursive: true });
