import { formatDueTime, formatDuration, formatTimestamp } from '../../calendar/spoken-time.ts';
import type { Translate } from '../../i18n.ts';
import type { Button } from '../../message.ts';
import { capitalised, inSentence } from '../../nlu/text/first-letter.ts';
import { isConfidential } from '../../ticket/model/confidential.ts';
import { memberButton } from '../chat/buttons.ts';
import { quoteResident } from './quote-resident.ts';
import { crop, type TicketView } from './ticket-view.ts';

/** What the texts about a ticket need. */
export interface Wording {
  t: Translate;
  now: number;
  /** The title of a topic; undefined for an unknown one. */
  topicTitle(topic: string): string | undefined;
}

const maxNameLength = 40;
const titles = 'ông|bà|bác|cô|chú|dì|cậu|mợ|anh|chị|em|thầy';

/**
 * The resident as members read them: "bác Lan" if they said how they are addressed, else the name that Zalo shows.
 * That name keeps no number of a ticket or a phone, no comma and no colon: it could look like a line of ours.
 */
export function residentLabel(
  { address, displayName }: Pick<TicketView, 'address' | 'displayName'>,
  t: Translate,
): string {
  const shown = (displayName ?? '')
    .replaceAll(/\([^)]*\)/g, ' ')
    .replaceAll(/\d{3,}|[^\p{L}\p{M}\d.'’-]+/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
  const name = crop(shown, maxNameLength);
  if (address === undefined) return name || t('member:who');
  const called = withoutTitle(name).split(/\s+/).at(-1);
  return [capitalised(address), called].filter(Boolean).join(' ');
}

/** The resident within a sentence: "bác Lan". The name that Zalo shows stays as it is. */
export function residentLabelInSentence(
  view: Pick<TicketView, 'address' | 'displayName'>,
  t: Translate,
): string {
  const who = residentLabel(view, t);
  const isName = view.address === undefined && who !== t('member:who');
  return isName ? who : inSentence(who);
}

/** "Bà Lan" is her name in Zalo; if she calls herself "bác" in the chat, she is "bác Lan". */
function withoutTitle(name: string): string {
  const title = new RegExp(`^(?:${titles})\\s+`, 'iu');
  return name.replace(title, '');
}

/** The whole card: number, place, topic, question, waiting time, and how long the free window stays open. */
export function cardText(view: TicketView, wording: Wording): string {
  const { t } = wording;
  const { number } = view;
  const head = t(view.urgent ? 'member:card.head_urgent' : 'member:card.head', {
    number,
    place: placeOf(view, t),
  });
  const who = residentLabel(view, t);
  const asks = view.question
    ? t('member:card.asks', { who, question: view.question })
    : t('member:card.sent_media', { who });
  return [
    head,
    ...(isConfidential(view) ? [t('member:card.confidential')] : []),
    t('member:card.topic', { topic: topicOf(view, wording) }),
    asks,
    ...(view.forWhom ? [t('member:card.for_whom', { who: view.forWhom })] : []),
    ...backLines(view, wording),
    ...returnedLines(view, wording),
    [waitsLine(view, wording), dueLine(view, wording)].filter(Boolean).join(' '),
    windowLine(view, wording),
  ].join('\n');
}

/** By when to answer, else by when to close it. */
function dueLine(
  { waitingSince, dueAt, overdueSince, closeBy }: TicketView,
  { t, now }: Wording,
): string | undefined {
  if (waitingSince === undefined) {
    return closeBy === null
      ? undefined
      : t('member:card.close_by', { when: formatDueTime({ dueAt: closeBy, now }, t) });
  }
  if (overdueSince !== undefined) {
    return t('member:card.overdue', { since: formatTimestamp(overdueSince, now, t) });
  }
  return dueAt === null ? undefined : t('member:card.due', { when: formatDueTime({ dueAt, now }, t) });
}

/** A colleague gave it back: who, when, and why. */
function returnedLines({ returned }: TicketView, { t, now }: Wording): string[] {
  if (!returned) return [];
  const { at, by, why } = returned;
  const clock = formatTimestamp(at, now, t);
  return [
    t(why === undefined ? 'member:card.returned' : 'member:card.returned_why', { by, clock, why: why ?? '' }),
  ];
}

/** How the ticket ended before it was reopened, and what the resident wrote to reopen it. */
function backLines(view: TicketView, { t, now }: Wording): string[] {
  if (!view.earlierEnd) return [];
  const { at, by = t('member:our_side'), done, words } = view.earlierEnd;
  const clock = formatTimestamp(at, now, t);
  const how = done === null ? undefined : inSentence(t(`member:done.${done}`));
  return [
    t(`member:card.${how ? 'back_done' : 'back'}`, { clock, by, how: how ?? '' }),
    ...(words ? [t('member:card.back_words', { who: residentLabel(view, t), words })] : []),
  ];
}

export function topicOf({ topic }: Pick<TicketView, 'topic'>, { t, topicTitle }: Wording): string {
  if (isConfidential({ topic })) return t('member:topic_grievance');
  return (topic === null ? undefined : topicTitle(topic)) ?? t('member:topic_other');
}

export function windowLine({ freeUntil, phone }: TicketView, { t, now }: Wording): string {
  if (freeUntil > now) return t('member:card.window', { span: formatDuration(freeUntil - now, t) });
  return t(phone === null ? 'member:card.window_shut' : 'member:card.window_shut_phone');
}

function waitsLine({ waitingSince }: TicketView, { t, now }: Wording): string {
  if (waitingSince === undefined) return t('member:card.waits_not');
  return t('member:card.waits', {
    since: formatTimestamp(waitingSince, now, t),
    span: formatDuration(now - waitingSince, t),
  });
}

function placeOf({ places, villageText }: TicketView, t: Translate): string {
  const place = places.slice(0, 2).join(', ') || t('member:place_unknown');
  if (villageText === null) return place;
  return t('member:place_told', {
    place,
    village: crop(quoteResident(villageText.replaceAll('\n', ' ')), maxNameLength),
  });
}

/** Buttons under an offered ticket. */
export function offerButtons({ number }: TicketView, t: Translate): Button[] {
  return (['claim', 'details', 'pass', 'decline'] as const).map((step) => memberButton(t, step, { number }));
}

/**
 * Buttons under the member's own ticket. The phone number stays encrypted until the message is sent.
 * @param last `canned` under the details themselves
 */
export function ownButtons(view: TicketView, t: Translate, last: 'details' | 'canned' = 'details'): Button[] {
  const { number } = view;
  const steps = ['done', 'pass', 'pause', last] as const;
  return [...callButtons(view, t), ...steps.map((step) => memberButton(t, step, { number }))];
}

/** A button that calls the resident, if they gave a number. */
export function callButtons(view: TicketView, t: Translate): Button[] {
  const { phone } = view;
  if (phone === null) return [];
  return [
    {
      kind: 'call',
      title: t('member:buttons.call', { who: residentLabelInSentence(view, t) }),
      phone,
      sealed: true,
    },
  ];
}
