/** So long the beginning of a question waits for the rest of it. */
export const moreWaitMs = 2_000;

/** Thrown inside a turn about a message that is only the beginning of a question: the turn is undone and waits. */
export class MoreAwaited extends Error {
  override name = 'MoreAwaited';
  constructor() {
    super('more is awaited');
  }
}
