import type { Understanding } from '../../understanding/understanding.ts';
import type { IntentCall } from '../flow/flow-shape.ts';
import { accident, danger } from '../flow/flow-shapes.ts';

/** The answer to a message about danger or an accident: before anything else, whatever was asked or is going on. */
export function emergencyCall({ emergency }: Understanding): IntentCall | undefined {
  switch (emergency?.kind) {
    case undefined:
      return undefined;
    case 'danger':
      return danger.call('in-danger', 'help', { danger: emergency.danger });
    case 'accident':
      return accident.call('accident', 'help', { accident: emergency.accident });
  }
}
