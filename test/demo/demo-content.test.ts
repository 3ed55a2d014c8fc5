import { join } from 'node:path';
import { readYamlFile } from '../../src/content/yaml-file.ts';
import { localesFolder } from '../../src/i18n.ts';
import { areasFile } from '../../src/team/areas/area-schema.ts';
import { createAreaTree } from '../../src/team/areas/area-tree.ts';
import { areasOfUnits } from '../../src/team/areas/areas-of-units.ts';
import { readDemoContent } from '../../tools/demo/demo-content.ts';

const { oas, residents, teams } = readDemoContent(localesFolder);
const { value } = readYamlFile(join(localesFolder, 'vi', 'areas.yaml'), areasFile);
const tree = createAreaTree(areasOfUnits(value, { rootName: 'Cả vùng', day: '2026-10-07' }));

describe('the world of the demo', () => {
  it('every OA and team belongs to an area that exists', () => {
    for (const { areaId } of [...oas, ...teams]) expect(tree.find(areaId)?.areaId).toBe(areaId);
  });

  it('there is a village team, a cluster team with a lead, and a team at the root', () => {
    const levels = teams.map(({ areaId }) => tree.find(areaId)?.level);
    expect(levels).toEqual(['village', 'cluster', 'root']);
    expect(tree.pathOf(teams[0]?.areaId)).toContainEqual(tree.find(teams[1]?.areaId ?? ''));
    expect(teams[1]?.members.some(({ role }) => role === 'lead')).toBe(true);
  });

  it('every team has a member with a simulated phone, so that each request reaches somebody to play', () => {
    const unreachable = teams.filter(({ members }) => !members.some(({ phoneAt }) => phoneAt));
    expect(unreachable.map(({ teamId }) => teamId)).toEqual([]);
  });

  it('the names of all people and teams say that they are invented', () => {
    const names = [...residents, ...teams, ...teams.flatMap(({ members }) => members)].map(
      ({ name }) => name,
    );
    expect(names.filter((name) => !name.endsWith('(thử)'))).toEqual([]);
  });
});
