import type { Command } from 'commander';
import { OperatorError } from '../../errors.ts';
import { loadWords, type Translate } from '../../i18n.ts';
import type { CommandParts } from '../command-parts.ts';
import { examine } from '../doctor/examine.ts';
import { gatherFacts } from '../doctor/gather.ts';
import { type Line, levelOf } from '../doctor/line-levels.ts';

/** `doctor`: what is wrong with the installation, and what to do about it. Changes nothing. */
export function addDoctorCommand(program: Command, parts: CommandParts): void {
  program
    .command('doctor')
    .description('say what is wrong with settings, machine, servers, accounts, content and backups')
    .action(async () => {
      const t = loadWords().in('vi');
      const lines = examine(await gatherFacts(parts));
      for (const line of lines) parts.write(`${textOf(line, t)}\n`);
      const count = (level: string) => lines.filter((line) => levelOf(line) === level).length;
      const summary = t('operator:doctor.summary', { failed: count('fail'), warned: count('warn') });
      // The exit code tells a script; only faults count.
      if (count('fail') > 0) throw new OperatorError(`\n${summary}`);
      parts.write(`\n${summary}\n`);
    });
}

function textOf(line: Line, t: Translate): string {
  const level = levelOf(line);
  const words = (part: string) => t(`operator:doctor.lines.${line.id}.${part}`, line.values);
  const says = `[${t(`operator:doctor.levels.${level}`)}] ${words('says')}`;
  const text = level === 'ok' ? says : `${says}\n${words('do')}`;
  return text.replaceAll('\n', '\n    ');
}
