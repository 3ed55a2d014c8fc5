import type { BotContext } from './flow/bot-context.ts';

/** Remembers what residents mention about themselves: how to address them, where they live. */
export function rememberTold(ctx: BotContext): void {
  const { address, home } = ctx.understanding;
  if (address) ctx.remember({ address });
  if (home) ctx.remember(home);
}
