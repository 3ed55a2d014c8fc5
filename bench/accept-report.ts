import { formatTable } from '../src/cli/format-table.ts';
import {
  type AcceptFigures,
  connections,
  forgedPerSecond,
  runningPerSecond,
  type SetUpFigures,
} from './accept.ts';
import type { Surroundings } from './machine.ts';

/** Target ratios; the report prints them beside the measured figures. */
const minRatio = 0.6;
const maxP99Ms = 50;
/** Above this ratio other work on the machine distorts the figures. */
const maxNoise = 1.25;
const maxLoadPerCpu = 1;

const setUpNames = { embedded: 'embedded', 'postgres-redis': 'PostgreSQL + Redis' } as const;
const setUps = Object.keys(setUpNames) as (keyof typeof setUpNames)[];

/** The results in the form that other programs read. */
export function acceptResults({ reference, setUps: figures }: AcceptFigures): object {
  const form = (one: SetUpFigures | undefined) =>
    one && {
      paused: {
        perSecond: round(one.paused.perSecond, 0),
        ratio: round(one.paused.ratio, 2),
        p99Ms: round(one.paused.p99Ms, 1),
      },
      running: {
        perSecond: round(one.running.perSecond, 0),
        p50Ms: round(one.running.p50Ms, 1),
        p99Ms: round(one.running.p99Ms, 1),
      },
      attacked: { p50Ms: round(one.attacked.p50Ms, 1), p99Ms: round(one.attacked.p99Ms, 1) },
    };
  return {
    reference: { perSecond: round(reference.perSecond, 0), p99Ms: round(reference.p99Ms, 1) },
    embedded: form(figures.embedded),
    postgresRedis: form(figures['postgres-redis']),
  };
}

const heads = ['what', 'deliveries/s', 'of the reference', 'p50 ms', 'p99 ms', 'goal'];

function acceptRows({ reference, setUps: figures }: AcceptFigures): string[][] {
  const rows = [
    [
      'Express, verifies only',
      String(round(reference.perSecond, 0)),
      '1',
      '',
      String(round(reference.p99Ms, 1)),
      '',
    ],
  ];
  for (const name of setUps) {
    const one = figures[name];
    if (one) rows.push(pausedRow(setUpNames[name], one), ...answeringRows(setUpNames[name], one));
  }
  return rows;
}

function pausedRow(name: string, { paused: { perSecond, ratio, p99Ms } }: SetUpFigures): string[] {
  const goal = `≥ ${minRatio}: ${ratio >= minRatio ? 'reached' : 'missed'}`;
  return [
    `${name}, accepts only`,
    `${round(perSecond, 0)}`,
    `${round(ratio, 2)}`,
    '',
    `${round(p99Ms, 1)}`,
    goal,
  ];
}

function answeringRows(name: string, { running, attacked }: SetUpFigures): string[][] {
  const row = (what: string, { perSecond, p50Ms, p99Ms }: SetUpFigures['attacked']) => {
    const isAimedAt = name === setUpNames.embedded;
    const goal = isAimedAt ? `p99 < ${maxP99Ms}: ${p99Ms < maxP99Ms ? 'reached' : 'missed'}` : '';
    return [
      `${name}, ${what}`,
      `${round(perSecond, 0)}`,
      '',
      `${round(p50Ms, 1)}`,
      `${round(p99Ms, 1)}`,
      goal,
    ];
  };
  return [
    row(`answers ${round(running.repliesPerSecond, 0)}/s meanwhile`, running),
    row(`the same, and ${forgedPerSecond} large forged bodies a second`, attacked),
  ];
}

export function acceptText(figures: AcceptFigures, surroundings: Surroundings): string {
  return [formatTable(heads, acceptRows(figures)), ...notes(figures, surroundings)].join('\n');
}

export function acceptMarkdown(figures: AcceptFigures, surroundings: Surroundings): string {
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`;
  const { machine, versions, commit } = surroundings;
  return [
    line(heads),
    line(heads.map((_head, at) => (at === 0 || at === heads.length - 1 ? '---' : '---:'))),
    ...acceptRows(figures).map(line),
    '',
    `Measured on ${machine}, commit ${commit}, with ${Object.entries(versions)
      .map(([name, version]) => `${name} ${version}`)
      .join(', ')}.`,
    ...notes(figures, surroundings),
  ].join('\n');
}

function notes({ noise, setUps: figures }: AcceptFigures, { loadPerCpu }: Surroundings): string[] {
  const isNoisy = noise > maxNoise || loadPerCpu > maxLoadPerCpu;
  return [
    `${connections} connections; answering at ${runningPerSecond} deliveries a second. Medians of interleaved rounds.`,
    ...(isNoisy
      ? [
          `The machine was busy with other work (load ${round(loadPerCpu, 1)} per CPU before the run, fastest round of the reference ${round(noise, 2)} times the slowest): take the figures with care.`,
        ]
      : []),
    ...(figures['postgres-redis']
      ? []
      : ['PostgreSQL and Redis were not found: apt-get install -y postgresql redis-server']),
  ];
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
