import { foldText } from '../../nlu/text/fold-text.ts';
import type { Content } from '../read-content.ts';
import type { TopicIntent } from '../schema/topic.ts';
import { type Translation, translateTopic } from '../translation.ts';
import { toClaimForm } from './claims/claim-form.ts';
import { checkClaims } from './claims/claims.ts';
import { checkExamples } from './examples.ts';
import type { Finding } from './finding.ts';
import { checkSizes } from './sizes.ts';

/** Fewer than in the original, from which the classifier learns most about an intent. */
const minExamples = 6;

/**
 * Translated answers must match the facts, sizes and steps of the original, because a resident may change the
 * language in the middle of the steps.
 */
export function checkTranslations(content: Content): Finding[] {
  return content.translations.flatMap((translation) => {
    const strange = unknownNames(content, translation);
    if (strange.length > 0) return strange;
    const merged = mergeTranslation(content, translation);
    return [
      ...otherSteps(content, translation),
      ...sameButtons(translation),
      ...checkSizes(merged, minExamples),
      ...checkClaims({ ...merged, topics: merged.topics.map(inClaimForm) }),
    ];
  });
}

/** Checks the examples of each translation among themselves, by the rules of the original. */
export function checkTranslatedExamples(content: Content): Finding[] {
  return content.translations
    .filter((translation) => unknownNames(content, translation).length === 0)
    .flatMap((translation) => checkExamples(mergeTranslation(content, translation)));
}

/** The content reduced to what is translated, with the translated texts. */
function mergeTranslation(content: Content, { topics }: Translation): Content {
  return {
    ...content,
    objects: [],
    topics: topics.map((topic) => {
      const original = content.topics.find(({ value }) => value.topic === topic.value.topic);
      if (!original) return { ...topic, value: { ...topic.value, intents: {} } };
      const { intents, ...rest } = translateTopic(original.value, topic.value);
      const own = Object.entries(intents).filter(([id]) => id in topic.value.intents);
      return { ...topic, value: { ...rest, intents: Object.fromEntries(own) } };
    }),
  };
}

type Topic = Content['topics'][number];

function inClaimForm(topic: Topic): Topic {
  const intents = Object.entries(topic.value.intents).map(([id, intent]) => [id, claimed(intent)] as const);
  return { ...topic, value: { ...topic.value, intents: Object.fromEntries(intents) } };
}

function claimed(intent: TopicIntent): TopicIntent {
  const { steps, after, buttons } = intent;
  return {
    ...intent,
    title: toClaimForm(intent.title),
    button: toClaimForm(intent.button),
    answer: toClaimForm(intent.answer),
    ...(steps && { steps: steps.map(toClaimForm) }),
    ...(after && { after: toClaimForm(after) }),
    ...(buttons && { buttons: buttons.map((button) => ({ ...button, title: toClaimForm(button.title) })) }),
  };
}

function unknownNames(content: Content, { topics }: Translation): Finding[] {
  return topics.flatMap((topic) => {
    const original = content.topics.find(({ value }) => value.topic === topic.value.topic);
    const unknown = Object.keys(topic.value.intents).filter((id) => !(id in (original?.value.intents ?? {})));
    return [
      ...(original ? [] : [errorAt(topic, ['topic'], `translates an unknown topic ${topic.value.topic}`)]),
      ...unknown.map((id) => errorAt(topic, ['intents', id], `translates an unknown intent ${id}`)),
    ];
  });
}

function otherSteps(content: Content, { topics }: Translation): Finding[] {
  return topics.flatMap((topic) =>
    Object.entries(topic.value.intents).flatMap(([id, { steps = [] }]) => {
      const original = content.topics.find(({ value }) => value.topic === topic.value.topic)?.value.intents[
        id
      ];
      const wanted = original?.steps?.length ?? 0;
      if (steps.length === wanted) return [];
      return [
        errorAt(topic, ['intents', id, 'steps'], `${id}: ${steps.length} steps, the original has ${wanted}`),
      ];
    }),
  );
}

function sameButtons({ topics }: Translation): Finding[] {
  return topics.flatMap((topic) => {
    const seen = new Set<string>();
    return Object.entries(topic.value.intents).flatMap(([id, { button }]) => {
      const name = foldText(button);
      if (!seen.has(name)) {
        seen.add(name);
        return [];
      }
      return [
        errorAt(topic, ['intents', id, 'button'], `${id}: another intent of the topic has this button`),
      ];
    });
  });
}

function errorAt(
  file: { file: string; lineOf(path: PropertyKey[]): number },
  path: PropertyKey[],
  message: string,
): Finding {
  return { level: 'error', file: file.file, line: file.lineOf(path), message };
}
