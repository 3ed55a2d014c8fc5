import type { Dependencies } from '../dependencies.ts';

/** What every command is given. */
export interface CommandParts {
  /** Opens the bot's records when a command needs them; inside the running server, those already open. */
  open(): Promise<Dependencies>;
  write(text: string): void;
  /** Where the paths of files begin: who calls the running server stands elsewhere than it does. */
  folder?: string;
}

/** Commands that need no records, so that they never go through the running server. */
export const localCommands: ReadonlySet<string> = new Set(['replay']);
