import { fullTeamSettings } from '../../../src/team/roster/team-settings.ts';

describe('the settings of a team', () => {
  it.each([
    ['village', 'volunteers', 4],
    ['cluster', 'volunteers', 4],
    ['commune', 'office', 4],
    ['root', 'office', 8],
  ])('depend on its level: %s', (level, calendar, firstAnswerHours) => {
    expect(fullTeamSettings(level, {})).toMatchObject({ calendar, firstAnswerHours, resolutionDays: 5 });
  });

  it('override those of the level', () => {
    const settings = fullTeamSettings('root', { firstAnswerHours: 2, calendar: 'volunteers' });
    expect(settings).toMatchObject({ calendar: 'volunteers', firstAnswerHours: 2, maxOpenPerMember: 10 });
  });
});
