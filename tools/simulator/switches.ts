import { z } from 'zod';

/**
 * Every uncertain or optional behaviour of the platform, and every one worth breaking on purpose. The
 * defaults are the most likely ones by the public record; each can change while the simulator runs.
 */
const share = z.number().min(0).max(1);
const milliseconds = z.number().min(0);

const schema = z.strictObject({
  // Form of deliveries
  keyOrder: z.enum(['documentation', 'console', 'alternating']).default('alternating'),
  signatureHeader: z.enum(['mac', 'bare-hex', 'none', 'wrong']).default('mac'),
  numericTimestamp: z.boolean().default(false),
  /** Media without a caption carry no `text` at all. */
  omitMediaText: z.boolean().default(true),
  userIdByApp: z.boolean().default(true),
  /** The sender of received and seen events: the message's own direction, or the reader. */
  receiptSender: z.enum(['oa', 'user']).default('oa'),
  submitInfo: z.enum(['current', 'legacy']).default('current'),

  // Transport of deliveries
  answerTimeoutMs: milliseconds.default(2_000),
  retries: z.boolean().default(true),
  retryOn: z.enum(['no-200-in-time', 'no-connection']).default('no-200-in-time'),
  /** Multiplies the retry ladder: 0.001 turns 30 s into 30 ms. */
  retryScale: z.number().min(0).default(1),
  duplicateRate: share.default(0),
  duplicateCopies: z.number().int().min(1).default(1),
  reorder: z.boolean().default(false),
  /** Keeps deliveries back until switched off again. */
  holdDeliveries: z.boolean().default(false),
  /** The console's "Lọc cú pháp": only texts that start with # are delivered. */
  syntaxFilter: z.boolean().default(false),
  /** Deliver only for OAs that have granted the app a token. */
  eventsNeedGrant: z.boolean().default(false),

  // After a send
  echoes: z.boolean().default(true),
  echoIdMatches: z.boolean().default(true),
  buttonsEcho: z.enum(['oa_send_text', 'oa_send_template']).default('oa_send_text'),
  receipts: z.enum(['none', 'received', 'seen']).default('seen'),
  receiptDelayMs: milliseconds.default(0),

  // Accepted messages
  buttons: z.enum(['accepted', 'refused', 'need-template-type']).default('accepted'),
  buttonsRefusal: z.union([z.literal(-201), z.literal(-233)]).default(-201),
  maxButtons: z.number().int().min(0).default(5),
  listTemplate: z.boolean().default(false),
  templateByUserId: z.boolean().default(true),
  cloudAccount: z.enum(['linked', 'none', 'empty']).default('linked'),
  closedWindowCode: z.union([z.literal(-230), z.literal(-232)]).default(-230),
  freeWindowHours: z.number().min(0).default(48),
  openWindowHours: z
    .number()
    .min(0)
    .default(7 * 24),
  quotaCounts: z.boolean().default(false),

  // Limits and access
  rateLimitPerMinute: z.number().int().min(0).default(4_000),
  oaRateLimitPerMinute: z.number().int().min(0).nullable().default(null),
  latencyMs: milliseconds.default(0),
  appSecretProof: z.boolean().default(false),
  stateInCallback: z.boolean().default(true),
  codeChallenge: z.enum(['optional', 'required']).default('optional'),
  refreshTokenLifetime: z.boolean().default(true),
  oauthErrorStatus: z.union([z.literal(200), z.literal(400)]).default(200),
});

export type Switches = z.infer<typeof schema>;

/** Names, types, ranges and defaults of all switches as a JSON Schema, for a page that draws them. */
export function switchSchema(): object {
  return z.toJSONSchema(schema);
}

export interface SwitchBoard {
  read(): Switches;
  /** @throws ZodError naming an unknown switch or a value out of range; then nothing changes */
  change(patch: object): Switches;
  /** Restores the values from the simulator's start. */
  reset(): void;
}

export function createSwitchBoard(initial: Partial<Switches> = {}): SwitchBoard {
  const start = schema.parse(initial);
  let current = start;
  return {
    read: () => current,
    change(patch) {
      current = schema.parse({ ...current, ...patch });
      return current;
    },
    reset() {
      current = start;
    },
  };
}
