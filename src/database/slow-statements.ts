import type { Logger } from '../logger.ts';
import type { Metrics } from '../metrics.ts';

const maxShownLength = 200;

export type ReportSlowStatement = (statement: string, durationMs: number) => void;

/** Counts slow statements and logs their beginning. Statements never contain parameters. */
export function createSlowStatementReport(parts: { logger: Logger; metrics: Metrics }): ReportSlowStatement {
  return (statement, durationMs) => {
    const line = statement.replace(/\s+/g, ' ').trim();
    const shown = line.length > maxShownLength ? `${line.slice(0, maxShownLength)}…` : line;
    parts.metrics.count('slow_queries_total');
    parts.logger.warn({ statement: shown, durationMs: Math.round(durationMs) }, 'slow database statement');
  };
}
