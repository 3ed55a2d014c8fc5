/** The body is not an event that Zalo documents. The message names fields, never their values. */
export class WrongShapeError extends Error {
  override name = 'WrongShapeError';
}
