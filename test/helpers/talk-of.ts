import type { WholeBot } from './whole-bot.ts';

/**
 * Lets a new resident, Bà Lan, write some lines one after the other.
 * @returns what the bot answers to each, several messages joined
 */
export async function talkOf(whole: WholeBot, lines: readonly string[]): Promise<string[]> {
  const lan = await whole.newResident('Bà Lan');
  const answers: string[] = [];
  for (const line of lines) {
    await lan.write(line);
    answers.push((await lan.news()).map(({ text }) => text).join('\n'));
  }
  return answers;
}
