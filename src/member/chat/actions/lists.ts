import { formatDuration } from '../../../calendar/spoken-time.ts';
import type { Translate } from '../../../i18n.ts';
import { maxButtons } from '../../../intents/buttons.ts';
import { residentLabelInSentence, topicOf, type Wording } from '../../tickets/card.ts';
import type { MemberTickets } from '../../tickets/member-tickets.ts';
import { crop, type TicketView } from '../../tickets/ticket-view.ts';
import { memberButton, type Step } from '../buttons.ts';
import type { MemberTurn, SayOptions } from '../member-context.ts';

const pageSize = 9;
const maxNameLength = 20;
const maxTopicLength = 24;

/** *Việc của tôi*: the member's tickets; the number of a line picks one. */
export async function showMine(turn: MemberTurn, from = 0): Promise<void> {
  const views = await turn.tickets.listOwn();
  if (views.length === 0) return sayListEmpty(turn, 'mine');
  showPage(turn, { views, from, step: 'mine' });
}

/** *Việc mới*: tickets offered to the member, then unassigned tickets of their teams. */
export async function showNew(turn: MemberTurn, from = 0): Promise<void> {
  const views = await turn.tickets.listNew();
  if (views.length === 0) return sayListEmpty(turn, 'new');
  showPage(turn, { views, from, step: 'new' });
}

/** The list is empty; a button leads to the other one. */
export function sayListEmpty({ t, say }: MemberTurn, list: 'mine' | 'new'): void {
  const other = list === 'mine' ? 'new' : 'mine';
  say(t(`member:list.${list}_none`), { buttons: [memberButton(t, other)] });
}

interface Page {
  views: TicketView[];
  from: number;
  step: 'mine' | 'new';
}

/** Asks which of several tickets a command means: numbered lines, and a button for each. */
export function pickerOf(
  wording: Wording,
  { views, step }: { views: readonly TicketView[]; step: Step },
): { text: string; options: SayOptions } {
  const { t } = wording;
  const shown = views.slice(0, pageSize);
  const picks = shown.map(({ number }) => memberButton(t, step, { number }));
  const example = picks.at(-1)?.title ?? '';
  return {
    text: [
      t(`member:which.${step}`),
      ...shown.map((view, at) => lineOf(wording, view, at + 1)),
      t('member:list.pick_one', { example }),
    ].join('\n'),
    options: { choices: picks, buttons: picks.length <= maxButtons ? picks : [] },
  };
}

/** Past the end the list starts again: it may be shorter now. */
function showPage(turn: MemberTurn, page: Page): void {
  const { text, options } = pageOf(turn, page);
  turn.say(text, options);
}

/** One page of a list: its text, and what its numbers and buttons mean. */
export function pageOf(wording: Wording, { views, from, step }: Page): { text: string; options: SayOptions } {
  const { t } = wording;
  const start = from < views.length ? from : 0;
  const page = views.slice(start, start + pageSize);
  const next = start + pageSize;
  const lines = page.map((view, at) => lineOf(wording, view, at + 1));
  const head = t(`member:list.${step}`, { count: views.length });
  const more =
    next < views.length ? [memberButton(t, step, { key: 'more', data: { from: String(next) } })] : [];
  return {
    text: [head, ...lines, t('member:list.pick')].join('\n'),
    options: { choices: page.map(({ number }) => memberButton(t, 'details', { number })), buttons: more },
  };
}

/** "1. 412 Bác Lan, chữ ký số, chờ 3 giờ, còn 20 giờ". */
export function lineOf(wording: Wording, view: TicketView, position: number): string {
  const { t } = wording;
  return t('member:list.line', {
    position,
    number: view.number,
    who: shortName(residentLabelInSentence(view, t)),
    topic: shortTopic(topicOf(view, wording)),
    rest: restOf(wording, view),
  });
}

/** "VNeID, căn cước, hộ chiếu" is shortened to its first word: the line has commas of its own. */
function shortTopic(title: string): string {
  const [first = title] = title.split(/[,(]/);
  return crop(first.trim(), maxTopicLength);
}

/** Vietnamese names are shortened to their last words. */
export function shortName(who: string): string {
  if (who.length <= maxNameLength) return who;
  return crop(who.split(' ').slice(-2).join(' '), maxNameLength);
}

function restOf({ t, now }: Wording, view: TicketView): string {
  const { waitingSince, freeUntil, urgent, isOffered, status } = view;
  const answered = t(status === 'waiting' ? 'member:list.waiting' : 'member:list.answered');
  return [
    urgent && t('member:list.urgent'),
    view.overdueSince !== undefined && t('member:list.overdue'),
    waitingSince === undefined
      ? answered
      : t('member:list.waited', { span: formatDuration(now - waitingSince, t) }),
    freeUntil > now
      ? t('member:list.left', { span: formatDuration(freeUntil - now, t) })
      : t('member:list.shut'),
    isOffered && t('member:list.offered'),
    view.escalatedTo !== undefined && t('member:list.escalated', { team: view.escalatedTo }),
  ]
    .filter(Boolean)
    .join('');
}

/** How many tickets a member has: "Đang giữ 2 việc, có 1 việc mới." */
export async function workInWords(tickets: MemberTickets, t: Translate): Promise<string> {
  const own = (await tickets.listOwn()).length;
  const fresh = (await tickets.listNew()).length;
  if (own + fresh === 0) return t('member:duty.work_none');
  if (fresh === 0) return t('member:duty.work_own', { own });
  return t(own === 0 ? 'member:duty.work_fresh' : 'member:duty.work', { own, fresh });
}
