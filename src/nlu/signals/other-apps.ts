import type { Brand } from '../text/brands.ts';

interface NamedBrand extends Brand {
  /** It is an app, and not a bank or a provider. */
  app?: boolean | undefined;
}

/** The messenger in which residents write to this account. */
const messenger = 'Zalo';

/** Every spelling of the office's apps but the messenger: what they keep, this account cannot delete. */
export function namesOfOtherApps(brands: readonly NamedBrand[]): string[] {
  return brands
    .filter(({ app, name }) => app && name !== messenger)
    .flatMap(({ name, spellings }) => [name, ...spellings]);
}
