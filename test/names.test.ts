import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));

/** Words that a reader has to open before they mean something; the field has a plain one for each. */
const banned: Record<string, string> = {
  matter: 'ticket',
  matters: 'tickets',
  held: 'leased, parked or pending',
  mend: 'fix or repair',
  mended: 'fixed or repaired',
  mending: 'fixing or repairing',
  climb: 'escalate',
  climbs: 'escalates',
  whoever: 'the actor by name',
};

/** Where such a word is the name of a field in stored rows or content, or a term of statistics. */
const allowed: ReadonlySet<string> = new Set([
  'held in src/cli/content/show-answer.ts',
  'held in src/content/checks/claims/claims.ts',
  'held in src/content/dates.ts',
  'held in src/content/schema/topic.ts',
  'held in src/intents/render-answer.ts',
  'held in src/ticket/model/decision-context.ts',
  'matter in src/conversation/state.ts',
  'heldOut in bench/understand.ts',
  'heldOut in tools/nlu-evaluate/folds.ts',
  'heldOut in tools/nlu-evaluate/main.ts',
]);

function listFiles(folder: string): string[] {
  return readdirSync(`${root}${folder}`, { recursive: true, encoding: 'utf8' })
    .map((file) => `${folder}/${file.replaceAll('\\', '/')}`)
    .filter(
      (file) => file.endsWith('.ts') && !file.includes('/migrations/') && !file.includes('node_modules'),
    );
}

/** The identifiers of a file, without what stands in comments and strings. */
function identifiersOf(file: string): Set<string> {
  const code = readFileSync(`${root}${file}`, 'utf8')
    .replaceAll(/\/\*[\s\S]*?\*\//g, ' ')
    .replaceAll(/'(?:\\.|[^'\\\n])*'/g, ' ')
    .replaceAll(/`(?:\\.|[^`\\])*`/g, ' ')
    .replaceAll(/\/\/.*/g, ' ');
  return new Set(code.match(/[A-Za-z_$][\w$]*/g));
}

function faultOf(name: string): string | undefined {
  if (/^(?:most|least)[A-Z]/.test(name)) return 'say max… or min…';
  const parts = name.match(/[A-Z]?[a-z]+|[A-Z]+(?![a-z])/g) ?? [];
  const found = parts.map((part) => part.toLowerCase()).find((part) => Object.hasOwn(banned, part));
  return found && `say ${banned[found]}`;
}

describe('names in the code', () => {
  it('are the words of the field', () => {
    const faults = ['src', 'tools', 'bench']
      .flatMap(listFiles)
      .flatMap((file) =>
        [...identifiersOf(file)]
          .filter((name) => faultOf(name) && !allowed.has(`${name} in ${file}`))
          .map((name) => `${name} in ${file}: ${faultOf(name)}`),
      );
    expect(faults).toEqual([]);
  });

  it.each(['matterPlace', 'heldAt', 'mostButtons', 'mendSpelling'])('refuses %s', (name) => {
    expect(faultOf(name)).toBeDefined();
  });

  it.each(['almost', 'weight', 'heartbeat', 'maxButtons', 'parkedAt'])('accepts %s', (name) => {
    expect(faultOf(name)).toBeUndefined();
  });
});
