import type { Config } from '../config.ts';
import type { Dependencies } from '../dependencies.ts';

/** Dependencies of every command. */
export interface CommandParts {
  /**
   * Opens the records when a command needs them. Inside the running server, returns the records that are open already.
   */
  open(): Promise<Dependencies>;
  /** The settings; those of the running server inside it. @throws OperatorError when one is missing or wrong */
  loadConfig(): Config;
  /** Shows a text to a person: signs that a terminal would obey are escaped. */
  write(text: string): void;
  /** Prints a file of our own, byte for byte. Never for what people wrote. */
  writeFile(text: string): void;
  /** Base folder of relative file paths: the caller's working directory, which is not that of the running server. */
  folder?: string;
}

/** Commands that need no open records and never run inside the server. */
export const localCommands: ReadonlySet<string> = new Set(['replay', 'restore', 'setup']);

/** Commands that report wrong settings themselves. */
export const copesWithWrongSettings: ReadonlySet<string> = new Set(['doctor']);
