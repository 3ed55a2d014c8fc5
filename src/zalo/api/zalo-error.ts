/** Zalo understood the call and refused it. */
export class ZaloRefusal extends Error {
  override name = 'ZaloRefusal';
  /** Zalo's error number, or the HTTP status when there was none. */
  readonly code: number;
  /** Zalo's own text: two numbers have two meanings each. */
  readonly detail: string;

  constructor(code: number, detail: string, path: string) {
    const shortDetail = detail.slice(0, 200);
    super(`Zalo refused ${path} with ${code}: ${shortDetail}`);
    this.code = code;
    this.detail = shortDetail;
  }
}

/** No answer, or an unreadable one. Contains no header, body or query of the call. */
export class ZaloTransportError extends Error {
  override name = 'ZaloTransportError';
  /** Whether Zalo may have acted on the call: `no` only when Zalo certainly did not receive it. */
  readonly delivered: 'no' | 'maybe';
  readonly status: number | undefined;

  constructor(reason: string, about: { path: string; delivered: 'no' | 'maybe'; status?: number }) {
    super(`no usable answer from Zalo for ${about.path}: ${reason}`);
    this.delivered = about.delivered;
    this.status = about.status;
  }
}

/** The call was not made now and may be made from `retryAt` (epoch ms): rate limit, or no token for the moment. */
export class ZaloNotNow extends Error {
  override name = 'ZaloNotNow';
  readonly retryAt: number;

  constructor(reason: string, retryAt: number) {
    super(reason);
    this.retryAt = retryAt;
  }
}

/** The OA has no working grant: a person must authorise it again. */
export class NeedsAuthorisation extends Error {
  override name = 'NeedsAuthorisation';

  constructor(oaId: string) {
    super(`OA ${oaId} needs authorisation: connect it again with /oauth/zalo/start or oa:add`);
  }
}
