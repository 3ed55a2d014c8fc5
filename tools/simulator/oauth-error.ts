/** A refusal of the OAuth host, which has its own shape and may come under HTTP 200. */
export class OAuthError extends Error {
  override name = 'OAuthError';
  readonly code: number;

  constructor(code: number, message: string) {
    super(message);
    this.code = code;
  }

  toJSON(): object {
    return {
      error: this.code,
      error_name: this.message,
      error_reason: '',
      error_description: this.message,
      ref_doc: 'https://developers.zalo.me/docs/official-account/',
    };
  }
}
