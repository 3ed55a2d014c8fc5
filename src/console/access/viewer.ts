import type { Session } from './session-store.ts';
import type { Sight } from './sight.ts';

/** The member who looks at the console. */
export interface Viewer {
  memberId: string;
  name: string;
  session: Session;
  sight: Sight;
  /** What is broken in the installation now, for the top of every page. */
  broken: readonly string[];
  /** For the hidden field of every form. */
  formToken: string;
}
