import { topicOf, type Wording, whoOf } from '../card.ts';
import { memberButton } from '../member-buttons.ts';
import type { MemberTurn, SayOptions } from '../member-turn.ts';
import { spanInWords } from '../span-words.ts';
import { crop, type TicketView } from '../ticket-view.ts';

const pageSize = 9;
const longestName = 20;
const longestTopic = 24;

/** *Việc của tôi*: what they have, picked by the number of the line. */
export async function showMine(turn: MemberTurn, from = 0): Promise<void> {
  const views = await turn.desk.listOwn();
  if (views.length === 0) {
    return turn.say(turn.t('console:member.list.mine_none'), { buttons: [memberButton(turn.t, 'new')] });
  }
  showPage(turn, { views, from, step: 'mine' });
}

/** *Việc mới*: what is offered to them, then what nobody of their teams has. */
export async function showNew(turn: MemberTurn, from = 0): Promise<void> {
  const views = await turn.desk.listNew();
  if (views.length === 0) {
    return turn.say(turn.t('console:member.list.new_none'), { buttons: [memberButton(turn.t, 'mine')] });
  }
  showPage(turn, { views, from, step: 'new' });
}

interface Page {
  views: TicketView[];
  from: number;
  step: 'mine' | 'new';
}

/** Past the end it begins anew: the list may have become shorter since. */
function showPage(turn: MemberTurn, page: Page): void {
  const { text, options } = pageOf(turn, page);
  turn.say(text, options);
}

/** One page of a list: its text, and what its numbers and its button stand for. */
export function pageOf(wording: Wording, { views, from, step }: Page): { text: string; options: SayOptions } {
  const { t } = wording;
  const start = from < views.length ? from : 0;
  const page = views.slice(start, start + pageSize);
  const next = start + pageSize;
  const lines = page.map((view, at) => lineOf(wording, view, at + 1));
  const head = t(`console:member.list.${step}`, { count: views.length });
  const more =
    next < views.length ? [memberButton(t, step, { key: 'more', data: { from: String(next) } })] : [];
  return {
    text: [head, ...lines, t('console:member.list.pick')].join('\n'),
    options: { choices: page.map(({ number }) => memberButton(t, 'details', { number })), buttons: more },
  };
}

/** "1. 412 Bác Lan, chữ ký số, chờ 3 giờ, còn 20 giờ". */
function lineOf(wording: Wording, view: TicketView, position: number): string {
  const { t } = wording;
  return t('console:member.list.line', {
    position,
    number: view.number,
    who: crop(whoOf(view, t), longestName),
    topic: crop(topicOf(view, wording), longestTopic),
    rest: restOf(wording, view),
  });
}

function restOf({ t, now }: Wording, view: TicketView): string {
  const { waitingSince, freeUntil, urgent, isOffered, status } = view;
  const answered = t(status === 'waiting' ? 'console:member.list.waiting' : 'console:member.list.answered');
  return [
    urgent && t('console:member.list.urgent'),
    waitingSince === undefined
      ? answered
      : t('console:member.list.waited', { span: spanInWords(now - waitingSince, t) }),
    freeUntil > now
      ? t('console:member.list.left', { span: spanInWords(freeUntil - now, t) })
      : t('console:member.list.shut'),
    isOffered && t('console:member.list.offered'),
  ]
    .filter(Boolean)
    .join('');
}
