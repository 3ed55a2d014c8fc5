import { Counter, Gauge, Registry } from 'prom-client';

/** Every figure the program reports about itself, with its labels. Labels are names, never ids of people. */
const counters = {
  deliveries_total: { help: 'Webhook deliveries by result', labels: ['result'] },
  events_total: { help: 'Stored events by name', labels: ['event'] },
  turns_total: { help: 'Handled conversation turns by outcome', labels: ['outcome'] },
  sends_total: { help: 'Sends to Zalo by outcome', labels: ['outcome'] },
  uncertain_sends_total: {
    help: 'Sends whose answer was lost, by how they were settled',
    labels: ['settled'],
  },
  token_refreshes_total: { help: 'Token refreshes by result', labels: ['result'] },
  alarms_total: { help: 'Alarms raised by kind', labels: ['kind'] },
  slow_queries_total: { help: 'Database statements over the limit', labels: [] },
  erasures_total: { help: 'Erasures of personal data by step', labels: ['step'] },
  jobs_total: { help: 'Jobs by name and result', labels: ['job', 'result'] },
} as const;

const gauges = {
  spool_bytes: { help: 'Deliveries waiting in the spool file, in bytes', labels: [] },
  model_outdated: {
    help: '1 while the content as it is has not been learned yet: an older model answers, or none',
    labels: [],
  },
  tickets: { help: 'Tickets that are open, overdue or without assignee', labels: ['state'] },
  jobs_waiting: { help: 'Jobs in the queue by state', labels: ['state'] },
} as const;

type CounterName = keyof typeof counters;
type GaugeName = keyof typeof gauges;
type Labels = Record<string, string>;

export interface Metrics {
  count(name: CounterName, labels?: Labels, by?: number): void;
  set(name: GaugeName, value: number, labels?: Labels): void;
  /** The page that Prometheus reads. */
  text(): Promise<string>;
}

export function createMetrics(): Metrics {
  const registry = new Registry();
  const named = <T>(
    make: (name: string, spec: { help: string; labels: readonly string[] }) => T,
    specs: object,
  ) => Object.fromEntries(Object.entries(specs).map(([name, spec]) => [name, make(`cau_noi_${name}`, spec)]));
  const counterByName = named(
    (name, { help, labels }) => new Counter({ name, help, labelNames: [...labels], registers: [registry] }),
    counters,
  ) as Record<CounterName, Counter>;
  const gaugeByName = named(
    (name, { help, labels }) => new Gauge({ name, help, labelNames: [...labels], registers: [registry] }),
    gauges,
  ) as Record<GaugeName, Gauge>;
  return {
    count: (name, labels = {}, by = 1) => counterByName[name].inc(labels, by),
    set: (name, value, labels = {}) => gaugeByName[name].set(labels, value),
    text: () => registry.metrics(),
  };
}
