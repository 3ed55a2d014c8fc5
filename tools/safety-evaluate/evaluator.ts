/** One guarantee with its figure: "recall 99.2 %, at least 99 %". */
export interface Figure {
  name: string;
  /** 0..1. */
  share: number;
  /** The counts behind the share: "278 of 281". */
  counted: string;
  floor?: number;
  ceiling?: number;
}

export interface Report {
  figures: Figure[];
  tables: { title: string; heads: string[]; rows: string[][] }[];
  /** The lines with errors, and the error of each. */
  faults: string[];
}

/** Evaluates one detector on labelled JSON lines. */
export interface Evaluator {
  /** The name on the command line. */
  name: string;
  /** The fields of a line, for the usage text. */
  line: string;
  /** @throws ZodError if a line does not match the schema */
  evaluate(lines: unknown[]): Report;
}
