/** One thing found in the content, where it stands and how bad it is. */
export interface Finding {
  /** An error stops a start and a release; a warning is for the next quiet hour. */
  level: 'error' | 'warning';
  file: string;
  line: number;
  message: string;
}

/** As editors and terminals understand it: `locales/vi/topics/x.yaml:12 error: …`. */
export function findingLine({ level, file, line, message }: Finding): string {
  return `${file}:${line} ${level}: ${message}`;
}
