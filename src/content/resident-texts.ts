import { basename } from 'node:path';
import type { Language } from '../i18n.ts';
import { textsOf, wholeAnswer } from './checks/parts.ts';
import { cellName, listCells } from './objects/list-cells.ts';
import { wholeCell } from './objects/whole-cell.ts';
import type { Content } from './read-content.ts';
import { toldIn } from './schema/object.ts';
import { translateTopic } from './translation.ts';

/** One text that a resident can get. */
export interface ResidentText {
  /** Unique together with `lang`. */
  id: string;
  topic?: string | undefined;
  object?: string;
  aspect?: string;
  state?: string | undefined;
  /** With several conditions, separated by commas. */
  condition?: string | undefined;
  lang: Language;
  text: string;
  /** Titles of its buttons. */
  buttons: string[];
  facts: string[];
  /** Common knowledge without a fact. */
  general?: boolean;
}

/**
 * Answers of topics in every language, cells of objects, texts for people in danger, the bot's own words, and members'
 * canned replies.
 */
export function listResidentTexts(content: Content): ResidentText[] {
  return [
    ...answersIn(content, 'vi'),
    ...content.translations.flatMap(({ language }) => answersIn(content, language)),
    ...cellTexts(content),
    ...emergencyTexts(content),
    ...content.otherTexts
      .filter(({ file }) => basename(file) === 'bot.yaml')
      .flatMap(textsOf)
      .map(({ path, text }) => plain({ id: `bot-${path.join('.')}`, text })),
    ...Object.entries(content.canned.value).flatMap(([topic, replies]) =>
      replies.map(({ id, text, facts }) => plain({ id: `canned-${id}`, topic, text, facts })),
    ),
  ];
}

function answersIn({ topics, translations }: Content, lang: Language): ResidentText[] {
  const translation = translations.find(({ language }) => language === lang);
  const titles = new Map(
    topics.flatMap(({ value }) => Object.entries(value.intents).map(([id, { button }]) => [id, button])),
  );
  return topics.flatMap(({ value }) => {
    const translated = translation?.topics.find((one) => one.value.topic === value.topic)?.value;
    const { intents } = translation ? translateTopic(value, translated) : value;
    return Object.entries(intents)
      .filter(([id]) => lang === 'vi' || (translated && id in translated.intents))
      .map(([id, intent]) => ({
        id,
        topic: value.topic,
        lang,
        text: wholeAnswer(intent),
        buttons: [
          ...(intent.buttons ?? []).map(({ title }) => title),
          ...(intent.followups ?? []).flatMap((next) => titles.get(next) ?? []),
        ],
        facts: intent.facts,
      }));
  });
}

/** Cells with a text of their own; a cell that is the answer of a topic is listed there. */
function cellTexts({ objects, faults }: Content): ResidentText[] {
  return objects.flatMap(({ value }) =>
    listCells(value, faults.value).flatMap((listed) => {
      const told = toldIn(listed.cell);
      if (!told) return [];
      return [
        {
          id: cellName(value.object, listed),
          topic: value.topic,
          object: value.object,
          aspect: listed.aspect,
          state: listed.state,
          condition: listed.conditions.join(',') || undefined,
          lang: 'vi' as const,
          text: wholeCell(told),
          buttons: (told.buttons ?? []).map(({ title }) => title),
          facts: told.facts,
          ...(told.general && { general: true }),
        },
      ];
    }),
  );
}

function emergencyTexts({ emergencies, translations }: Content): ResidentText[] {
  const translated = translations.flatMap(({ language, emergencies: words }) =>
    Object.entries(words?.value.kinds ?? {}).map(([kind, { first, next }]) => ({
      ...plain({ id: `emergency-${kind}`, text: `${first}\n${next}` }),
      lang: language,
    })),
  );
  const original = Object.entries(emergencies.value.kinds).map(([kind, { first, next }]) =>
    plain({ id: `emergency-${kind}`, text: `${first}\n${next}` }),
  );
  return [...original, ...translated];
}

function plain(text: Pick<ResidentText, 'id' | 'text'> & Partial<ResidentText>): ResidentText {
  return { lang: 'vi', buttons: [], facts: [], ...text };
}
