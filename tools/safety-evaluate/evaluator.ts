/** One promise with its figure: "recall 99.2 %, at least 99 %". */
export interface Figure {
  name: string;
  /** 0..1. */
  share: number;
  /** What it counts: "278 of 281". */
  counted: string;
  floor?: number;
  ceiling?: number;
}

export interface Report {
  figures: Figure[];
  tables: { title: string; heads: string[]; rows: string[][] }[];
  /** The lines that went wrong, with what went wrong. */
  faults: string[];
}

/** Judges one detector on lines of JSON that somebody labelled. */
export interface Evaluator {
  /** As it is called on the command line. */
  name: string;
  /** What a line must have, for the usage. */
  line: string;
  /** @throws ZodError on a line of another form */
  evaluate(lines: unknown[]): Report;
}
