import type { KnownIntent } from '../content/intent-types.ts';
import type { TopicDirectory } from '../content/topic-directory.ts';
import type { Button, ButtonMeaning, ReplyButton } from '../message.ts';
import type { BotContext } from './intent-handler.ts';

/** More than this Zalo refuses. */
export const maxButtons = 5;

/** A button whose tap shows its own title in the chat and means `meaning`. */
export function replyButton(title: string, meaning: ButtonMeaning): ReplyButton {
  return { kind: 'reply', title, text: `#${title}`, meaning };
}

/** Asks one known question, under its short title. */
export function questionButton(intent: KnownIntent): ReplyButton {
  return replyButton(intent.button, { intent: intent.id });
}

/** Answers a question for yes or no: a typed "có" or "không" means it as well. */
export function saying(says: 'yes' | 'no', button: ReplyButton): ReplyButton {
  return { ...button, says };
}

export function personButton({ t }: Pick<BotContext, 't'>): ReplyButton {
  return replyButton(t('buttons.person'), { intent: 'human' });
}

export function menuButton({ t }: BotContext): ReplyButton {
  return replyButton(t('buttons.menu'), { intent: 'menu' });
}

export function notHelpedButton({ t }: Pick<BotContext, 't'>): ReplyButton {
  return replyButton(t('buttons.not_helped'), { intent: 'not-helped' });
}

/** Buttons of several sources: no two with the same title, never more than Zalo takes, the last ones kept. */
export function fitButtons(first: Button[], last: Button[]): Button[] {
  const titles = new Set(last.map(({ title }) => title));
  const rest = first.filter(({ title }) => !titles.has(title) && titles.add(title));
  return [...rest.slice(0, maxButtons - last.length), ...last];
}

export function topicButtons(directory: TopicDirectory): ReplyButton[] {
  return directory.topics
    .filter(({ menu }) => menu !== undefined)
    .slice(0, maxButtons - 1)
    .map(({ topic, button }) => replyButton(button, { intent: 'menu', step: 'topic', data: { topic } }));
}
