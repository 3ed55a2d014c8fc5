import { fullTeamSettings } from '../../../src/team/roster/team-settings.ts';

describe('what a team works by', () => {
  it.each([
    ['village', 'volunteers', 4],
    ['cluster', 'volunteers', 4],
    ['commune', 'office', 4],
    ['root', 'office', 8],
  ])('depends on its level: %s', (level, calendar, firstAnswerHours) => {
    expect(fullTeamSettings(level, {})).toMatchObject({ calendar, firstAnswerHours, resolutionDays: 5 });
  });

  it('is its own where it says so', () => {
    const settings = fullTeamSettings('root', { firstAnswerHours: 2, calendar: 'volunteers' });
    expect(settings).toMatchObject({ calendar: 'volunteers', firstAnswerHours: 2, maxOpenPerMember: 10 });
  });
});
