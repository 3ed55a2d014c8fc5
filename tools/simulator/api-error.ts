/** Zalo's error numbers that the simulator returns. The app logs the messages, as with Zalo's own. */
const messages: Record<number, string> = {
  [-32]: 'Your application reached limit call api',
  [-100]: 'attachment_id or token has expired',
  [-200]: 'Send message failed',
  [-201]: 'Params is invalid!',
  [-204]: 'Official Account is disabled',
  [-209]: 'This API is not available because the app is not activated',
  [-210]: 'Parameter exceeds limit',
  [-211]: 'Out of quota',
  [-213]: 'User has not followed the Official Account',
  [-216]: 'Access token is invalid',
  [-218]: 'Quota of messages that the user can receive has been exceeded',
  [-220]: 'access_token has expired or was removed',
  [-224]: 'The Official Account needs to upgrade its package',
  [-227]: 'User is banned or has been inactive for more than 45 days',
  [-230]: 'User has not interacted with the OA in the past 7 days',
  [-232]: 'User has not interacted with the OA, or the last interaction has expired',
  [-233]: 'Message type is invalid or not supported',
  [-240]: 'MessageV2 API has been shut down, use MessageV3',
  [-242]: 'appsecret_proof provided in the API argument is invalid',
  [-244]: 'User has restricted this type of message from your OA',
  [-248]: 'Violates the platform standards',
  [-249]: 'The template cannot be sent by user id',
  [-320]: 'Your app needs to be linked with a Zalo Cloud Account',
  [-321]: 'The Zalo Cloud Account linked with the app is out of money',
  [-403]: 'The OA is not a member of the group',
};

/** A refusal. Zalo sends it under HTTP 200 with `error` and `message` and no `data`. */
export class ApiError extends Error {
  override name = 'ApiError';
  readonly code: number;

  /** @param message only where Zalo's standard text does not fit */
  constructor(code: number, message = messages[code] ?? 'Unknown error') {
    super(message);
    this.code = code;
  }
}

/** Zalo's `-201` names the field that is wrong. */
export function invalidField(field: string): ApiError {
  return new ApiError(-201, `${field} is invalid!`);
}
