import { messageOf, OperatorError } from '../errors.ts';
import { wholeAnswer } from '../intents/checks/intent-parts.ts';
import { createTopicDirectory } from '../intents/topic-directory.ts';

/** `npm run content:show -- <intent>`: an answer as the resident reads it, with its facts and where they come from. */
function main([id]: string[]): string {
  const directory = createTopicDirectory('locales/vi');
  const intent = id === undefined ? undefined : directory.findIntent(id);
  if (intent === undefined) {
    const known = directory.topics.map(
      ({ topic, intents }) =>
        `${topic}:\n${Object.keys(intents)
          .map((name) => `  ${name}`)
          .join('\n')}`,
    );
    if (id === undefined) return known.join('\n');
    throw new OperatorError(`No intent "${id}". Known are:\n${known.join('\n')}`);
  }
  const facts = intent.facts.map((fact) => {
    const { statement, mark, held, source } = directory.facts[fact] ?? {};
    return [`${fact} (${mark}, ${held}): ${statement}`, ...(source ?? []).map((link) => `    ${link}`)].join(
      '\n',
    );
  });
  return [
    `${intent.topic} / ${intent.id}: ${intent.title}`,
    wholeAnswer(intent),
    `Next: ${(intent.followups ?? []).join(', ') || '-'}`,
    `Check again by: ${directory.reviewBy(intent) ?? '-'}`,
    facts.join('\n'),
  ].join('\n\n');
}

try {
  process.stdout.write(`${main(process.argv.slice(2))}\n`);
} catch (error) {
  process.stdout.write(`${messageOf(error)}\n`);
  process.exitCode = 1;
}
