import type { Command } from 'commander';
import type { CommandParts } from '../command-parts.ts';

/** `migrate`: brings the tables to the newest schema before a start, which would do the same. */
export function addMigrateCommand(program: Command, { open, write }: CommandParts): void {
  program
    .command('migrate')
    .description('bring the database tables to the newest form, as every start does')
    .action(async () => {
      const { database } = await open();
      const applied = database.appliedMigrations;
      write(
        applied.length > 0
          ? `Applied: ${applied.join(', ')}\n`
          : 'Nothing to do: the tables are up to date.\n',
      );
    });
}
