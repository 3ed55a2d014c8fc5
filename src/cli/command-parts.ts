import type { Dependencies } from '../dependencies.ts';

/** Dependencies of every command. */
export interface CommandParts {
  /**
   * Opens the records when a command needs them. Inside the running server, returns the records that are open already.
   */
  open(): Promise<Dependencies>;
  write(text: string): void;
  /** Base folder of relative file paths: the caller's working directory, which is not that of the running server. */
  folder?: string;
}

/** Commands that need no records and never run inside the server. */
export const localCommands: ReadonlySet<string> = new Set(['replay']);
