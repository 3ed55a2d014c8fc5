import type { TeamSettings } from '../../database/ticket-tables.ts';
import { rootLevel } from '../areas/area-tree.ts';

/** All settings of a team; hours and days are working time of its calendar. */
export type FullTeamSettings = Required<TeamSettings>;

const usual: FullTeamSettings = {
  calendar: 'volunteers',
  firstAnswerHours: 4,
  nextAnswerHours: 8,
  resolutionDays: 5,
  offerSize: 3,
  offerMinutes: 20,
  offerRounds: 2,
  maxOpenPerMember: 10,
};

/** Levels at which offices answer instead of volunteers. */
const byLevel: Record<string, Partial<FullTeamSettings>> = {
  commune: { calendar: 'office' },
  [rootLevel]: { calendar: 'office', firstAnswerHours: 8 },
};

/** The settings of a team: its own override those of its area's level. */
export function fullTeamSettings(level: string, own: TeamSettings): FullTeamSettings {
  return { ...usual, ...byLevel[level], ...own };
}
