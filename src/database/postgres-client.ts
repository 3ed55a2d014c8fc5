import { Client, type ClientConfig } from 'pg';
import type { ReportSlowStatement } from './slow-statements.ts';

interface ClientLimits {
  /** How long a new connection may take. Waiting for a free one in the pool has no limit. */
  connectionTimeoutMs: number;
  slowQueryMs: number;
  reportSlowStatement: ReportSlowStatement;
}

/** The class of a pool's clients: `pg`'s own, but it reports statements over the limit. */
export function createClientClass(limits: ClientLimits): typeof Client {
  return class MeasuredClient extends Client {
    constructor(config?: ClientConfig) {
      super({ ...config, connectionTimeoutMillis: limits.connectionTimeoutMs });
      this.query = measured(this.query.bind(this), limits) as typeof this.query;
    }
  };
}

type AnyQuery = (...parameters: unknown[]) => unknown;

/** `pg` answers by a promise, or through a callback as the last parameter. Both are timed. */
function measured(query: unknown, { slowQueryMs, reportSlowStatement }: ClientLimits): AnyQuery {
  return (...parameters) => {
    const startedAt = performance.now();
    const done = () => {
      const durationMs = performance.now() - startedAt;
      if (durationMs > slowQueryMs) reportSlowStatement(textOf(parameters[0]), durationMs);
    };
    const last = parameters.at(-1);
    if (typeof last === 'function') {
      parameters[parameters.length - 1] = (...results: unknown[]) => {
        done();
        last(...results);
      };
    }
    const answer = (query as AnyQuery)(...parameters);
    if (answer instanceof Promise) answer.then(done, done);
    return answer;
  };
}

function textOf(statement: unknown): string {
  if (typeof statement === 'string') return statement;
  return (statement as { text?: string }).text ?? '';
}
