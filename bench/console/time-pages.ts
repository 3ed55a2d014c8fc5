import { createRandom } from '../../src/nlu/heads/random.ts';
import type { ConsoleBrowser } from '../../test/helpers/console-browser.ts';
import { median } from '../median.ts';

/** A page of the console that is timed, each time at another address where it has some. */
interface PageCase {
  what: string;
  /** The longest median that is good enough, in ms. */
  goalMs: number | undefined;
  /** @param pick a whole number from 0 to below n, by chance */
  address(pick: (n: number) => number): string;
}

/** Times from the request to the last byte, in ms. */
export interface PageFigures {
  what: string;
  goalMs: number | undefined;
  medianMs: number;
  p95Ms: number;
}

const names = [
  'hoa',
  'nguyen van',
  'Trần Thị Minh Lan',
  'dao',
  'phượng',
  'uoc',
  'không có tên này',
  'le quang',
];

/** Every list of the inbox, filters, searches and tickets. @param numbers of tickets that the member sees */
export function listCases(numbers: readonly number[], villages: number): PageCase[] {
  const [inboxMs, ticketMs, searchMs] = [100, 100, 300];
  const number = (pick: (n: number) => number) => numbers[pick(numbers.length)];
  const name = (pick: (n: number) => number) => encodeURIComponent(names[pick(names.length)] ?? '');
  const list = (what: string, query: string): PageCase => {
    return { what: `inbox, ${what}`, goalMs: inboxMs, address: () => `/console?${query}` };
  };
  return [
    list('new', 'list=new'),
    list('mine', 'list=mine'),
    list('waiting', 'list=waiting'),
    list('overdue', 'list=overdue'),
    list('all', 'list=all'),
    list('done', 'list=done'),
    list('done, page 300', 'list=done&page=300'),
    list('all of a commune about one topic', 'list=all&area=xa-0&topic=land'),
    list('done of a topic and a kind', 'list=done&topic=land&kind=media'),
    {
      what: 'inbox, done of a village',
      goalMs: inboxMs,
      address: (pick) => `/console?list=done&area=thon-${pick(villages)}`,
    },
    {
      what: 'inbox, done by a member',
      goalMs: inboxMs,
      address: (pick) => `/console?list=done&member=nguoi-${pick(villages)}`,
    },
    { what: 'ticket', goalMs: ticketMs, address: (pick) => `/console/tickets/${number(pick)}` },
    {
      what: 'search by name, open',
      goalMs: searchMs,
      address: (pick) => `/console?list=all&q=${name(pick)}`,
    },
    {
      what: 'search by name, done',
      goalMs: searchMs,
      address: (pick) => `/console?list=done&q=${name(pick)}`,
    },
    {
      what: 'search by number, done',
      goalMs: searchMs,
      address: (pick) => `/console?list=done&q=${number(pick)}`,
    },
    { what: 'teams', goalMs: undefined, address: () => '/console/team' },
  ];
}

interface TimingParts {
  browser: ConsoleBrowser;
  cases: readonly PageCase[];
  rounds: number;
  seed: number;
}

const warmUps = 3;

/**
 * Times every case so many times, one request after the other.
 * @throws Error when a page does not answer 200
 */
export async function timePages({ browser, cases, rounds, seed }: TimingParts): Promise<PageFigures[]> {
  const figures: PageFigures[] = [];
  for (const { what, goalMs, address } of cases) {
    const random = createRandom(seed);
    const times: number[] = [];
    for (let round = -warmUps; round < rounds; round += 1) {
      const path = address((n) => Math.floor(random() * n));
      const startedAt = performance.now();
      const { status } = await browser.get(path);
      const took = performance.now() - startedAt;
      if (status !== 200) throw new Error(`${path} answered ${status}`);
      if (round >= 0) times.push(took);
    }
    const sorted = times.sort((a, b) => a - b);
    const p95Ms = sorted[Math.ceil(sorted.length * 0.95) - 1] ?? 0;
    figures.push({ what, goalMs, medianMs: median(sorted), p95Ms });
  }
  return figures;
}
