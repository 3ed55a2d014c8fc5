import type { KnownIntent } from '../content/intent-types.ts';
import type { TopicDirectory } from '../content/topic-directory.ts';
import type { Button, ReplyButton } from '../message.ts';
import type { BotContext } from './flow/bot-context.ts';
import type { IntentCall } from './flow/flow-shape.ts';
import { answers, handoff, menu } from './flow/flow-shapes.ts';

/** Zalo refuses more than this. */
export const maxButtons = 5;

/** A button whose tap sends its title as the resident's message and calls a flow. */
export function replyButton(title: string, { intent, step, data }: IntentCall): ReplyButton {
  const meaning = { intent, ...(step !== undefined && { step, data: { ...(data as object) } }) };
  return { kind: 'reply', title, text: `#${title}`, meaning };
}

/** A button that asks one known question, under its short title. */
export function questionButton(intent: KnownIntent): ReplyButton {
  return replyButton(intent.button, answers.call(intent.id));
}

/** Marks a button as the answer yes or no, so that a typed "có" or "không" counts as a tap. */
export function saying(says: 'yes' | 'no', button: ReplyButton): ReplyButton {
  return { ...button, says };
}

export function personButton({ t }: Pick<BotContext, 't'>): ReplyButton {
  return replyButton(t('buttons.person'), handoff.call('human'));
}

export function menuButton({ t }: Pick<BotContext, 't'>): ReplyButton {
  return replyButton(t('buttons.menu'), menu.call('menu'));
}

export function notHelpedButton({ t }: Pick<BotContext, 't'>): ReplyButton {
  return replyButton(t('buttons.not_helped'), handoff.call('not-helped'));
}

/** Merges the buttons of several sources: unique titles, at most `maxButtons`; the last group takes precedence. */
export function fitButtons(first: Button[], last: Button[]): Button[] {
  const titles = new Set(last.map(({ title }) => title));
  const rest = first.filter(({ title }) => !titles.has(title) && titles.add(title));
  return [...rest.slice(0, maxButtons - last.length), ...last];
}

export function topicButtons(directory: TopicDirectory): ReplyButton[] {
  return directory.topics
    .filter(({ menu }) => menu !== undefined)
    .slice(0, maxButtons - 1)
    .map(({ topic, button }) => replyButton(button, menu.call('menu', 'topic', { topic })));
}
