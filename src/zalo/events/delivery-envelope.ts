/** The fields of a body that the signature check needs. */
export interface DeliveryEnvelope {
  appId: string;
  /** As text, the way Zalo signed it. */
  timestamp: string;
}

/** @returns undefined when the body is not an event at all (the console's probe, for example) */
export function envelopeOf(json: unknown): DeliveryEnvelope | undefined {
  if (typeof json !== 'object' || json === null) return undefined;
  const { app_id: appId, timestamp } = json as Record<string, unknown>;
  if (!isTextOrNumber(appId) || !isTextOrNumber(timestamp)) return undefined;
  return { appId: String(appId), timestamp: String(timestamp) };
}

function isTextOrNumber(value: unknown): value is string | number {
  return typeof value === 'string' || typeof value === 'number';
}
