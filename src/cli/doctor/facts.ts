import type { Config } from '../../config.ts';
import type { ServerFacts } from '../../database/inspection/inspect-server.ts';
import type { RedisFacts } from '../../queue/inspect-redis.ts';

/** Something that could not be looked at, and why. */
export interface Unreadable {
  fault: string;
}

export interface DataFolder {
  path: string;
  freeBytes: number;
  exists: boolean;
  isWritable: boolean;
  /** Other users of the machine may read the folder or a file in it. */
  othersMayRead: boolean;
}

export type PortState = 'ours' | 'free' | 'taken' | 'not-allowed' | 'no-such-address';

/** What answers at PUBLIC_URL. */
export interface AddressFacts {
  answer: 'ours' | 'foreign' | Unreadable;
  showsMetrics: boolean;
}

export interface OaFacts {
  oaId: string;
  name: string | null;
  areaId: string | null;
  tokenState: 'ok' | 'needs-authorisation';
  accessExpiresAt: number | null;
  refreshExpiresAt: number | null;
  lastEventAt: number | null;
}

/** What the database says about this installation. */
export interface RecordFacts {
  oas: OaFacts[];
  /** When a worker last said that it lives, epoch ms. */
  aliveAt: number | undefined;
  /** The reason why ENCRYPTION_KEY does not open the stored tokens. */
  keyFault: string | undefined;
}

interface ContentFacts {
  /** Facts and texts past their review date. */
  overdue: number;
  /** Answers of these that are not given any more. */
  withheld: number;
}

export interface BackupFacts {
  newestAt: number | undefined;
  copies: number;
  /** Whether the list of erasures lies beside the backups. */
  listsErasures: boolean;
}

/** What the doctor found. Undefined: does not apply here, or nobody could look. Times are epoch ms. */
export interface Facts {
  now: number;
  nodeVersion: string;
  settings: Config | Unreadable;
  envFileIsReadable: boolean | undefined;
  /** Our clock minus Zalo's, in ms. */
  clockOffMs: number | Unreadable;
  dataFolder: DataFolder | undefined;
  port: PortState | undefined;
  address: AddressFacts | undefined;
  database: 'embedded' | ServerFacts | Unreadable | undefined;
  redis: RedisFacts | Unreadable | undefined;
  records: RecordFacts | Unreadable | undefined;
  content: ContentFacts | Unreadable;
  backups: BackupFacts | undefined;
}

export function isUnreadable(found: unknown): found is Unreadable {
  return typeof found === 'object' && found !== null && 'fault' in found;
}
