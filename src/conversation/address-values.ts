import { capitalised } from '../nlu/text/first-letter.ts';
import type { ConversationState } from './state.ts';

/** i18next picks the variant `key_known` when the form of address is known; all other texts need no pronoun. */
export function addressValues({ address }: ConversationState): Record<string, string> {
  if (!address) return {};
  const { you, me } = address;
  return { context: 'known', you, me, You: capitalised(you), Me: capitalised(me) };
}
