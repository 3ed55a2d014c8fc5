import { foldText } from '../../../nlu/text/fold-text.ts';
import type { Roster } from '../../../team/roster/roster.ts';
import type { Member, Team } from '../../../team/roster/team.ts';

const titles = /^(?:ong|ba|bac|co|chu|di|cau|mo|anh|chi|em|thay|dong chi) (?=\S)/;
const polite = /(?: (?:nhe|nha|a|giup|voi|em|chau|minh|toi))+$/;

/** Without parentheses, marks and a title. */
function nameOf(name: string): string {
  return foldText(name.replaceAll(/\([^)]*\)/g, ' ')).replace(titles, '');
}

/** The members that a typed name may mean: a whole name before the last words of one. Pure. */
export function findMembers({ members }: Pick<Roster, 'members'>, typed: string): Member[] {
  const wanted = nameOf(typed).replace(polite, '');
  const here = members.filter(({ removedAt }) => removedAt === undefined);
  const whole = here.filter(({ name }) => nameOf(name) === wanted);
  return whole.length > 0 ? whole : here.filter(({ name }) => nameOf(name).endsWith(` ${wanted}`));
}

/** The open teams that a typed name may mean, by their own name or that of their area. Pure. */
export function findTeams({ teams, tree }: Pick<Roster, 'teams' | 'tree'>, typed: string): Team[] {
  const wanted = withoutKind(foldText(typed).replace(polite, ''));
  const open = teams.filter(({ closedAt, mergedInto }) => closedAt === undefined && mergedInto === undefined);
  const namesOf = ({ name, areaId }: Team) =>
    [name, tree.find(areaId)?.name ?? ''].map((one) => withoutKind(foldText(one)));
  const whole = open.filter((team) => namesOf(team).includes(wanted));
  return whole.length > 0
    ? whole
    : open.filter((team) => namesOf(team).some((name) => name.endsWith(` ${wanted}`)));
}

/** "Tổ thôn Đông" and "thôn Đông" are one. */
function withoutKind(name: string): string {
  return name.replace(/^to (?=\S)/, '').replace(/^(?:thon|xom|lang|cum|xa) (?=\S)/, '');
}
