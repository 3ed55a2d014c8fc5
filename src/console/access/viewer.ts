import type { Session } from './session-store.ts';
import type { Sight } from './sight.ts';

/** The member who looks at the console. */
export interface Viewer {
  memberId: string;
  name: string;
  session: Session;
  sight: Sight;
  /** For the hidden field of every form. */
  formToken: string;
}
