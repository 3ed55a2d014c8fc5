/** A problem in the content, with its place and severity. */
export interface Finding {
  /** An error stops a start and a release; a warning can wait. */
  level: 'error' | 'warning';
  file: string;
  line: number;
  message: string;
}

/** In the form that editors and terminals link: `locales/vi/topics/x.yaml:12 error: …`. */
export function findingLine({ level, file, line, message }: Finding): string {
  return `${file}:${line} ${level}: ${message}`;
}
