import { writeTemplate } from '../../database/embedded/template.ts';
import { messageOf } from '../../errors.ts';

/** Part of `npm run build`: writes an empty embedded database, so that a first start need not create it. */
const [file] = process.argv.slice(2);
try {
  if (!file) throw new Error('Usage: make-database-template FILE.tar');
  await writeTemplate(file);
  process.stdout.write(`An empty database is kept in ${file}\n`);
} catch (error) {
  process.stderr.write(`${messageOf(error)}\n`);
  process.exitCode = 1;
}
