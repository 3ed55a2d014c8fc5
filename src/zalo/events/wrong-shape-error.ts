/** A body that is no event as Zalo documents them. Its message names fields, never their values. */
export class WrongShapeError extends Error {
  override name = 'WrongShapeError';
}
