import { type EntityFinder, matchesOf } from './entity.ts';

/** Excludes durations: "trong 8 giờ", "4 giờ làm việc". */
const clock =
  /(?<![a-z\d:.])(?<!(?:trong|may|het|mat|cho|khoang|sau|hon|moi) )(?<hour>\d{1,2})(?: ?(?:h|g|gio)(?: ?(?<half>ruoi)| ?(?<minutes>[0-5]\d)| ?kem ?(?<short>\d{1,2}))?|:(?<after>[0-5]\d))(?! ?(?:lam viec|dong ho|nua|moi ngay))(?: (?<part>sang|trua|chieu|toi|dem))?(?![a-z\d])/g;
const noon = 12;
const minutesOfHour = 60;

/** Times of day: "8h30", "5 giờ chiều", "9 giờ kém 15", "14:30". Normalised to HH:MM. */
export const findTimes: EntityFinder = (folded, text) =>
  matchesOf(withoutPronouns(folded, text), clock, 'time', ({ groups = {} }) => {
    const { hour: said, half, minutes, short, after, part } = groups;
    const isLater = (part === 'chieu' || part === 'toi' || part === 'dem') && Number(said) < noon;
    const hour = Number(said) + (isLater ? noon : 0);
    const past = half ? minutesOfHour / 2 : Number(minutes ?? after ?? 0) - Number(short ?? 0);
    const total = hour * minutesOfHour + past;
    if (hour > 24 || total < 0 || total > 24 * minutesOfHour) return undefined;
    return [Math.floor(total / minutesOfHour) % 24, total % minutesOfHour].map(twoDigits).join(':');
  });

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}

/** In "8h tôi ra", "tôi" is a pronoun and not "tối", evening. */
function withoutPronouns(folded: string, text: string): string {
  const pronouns = [...text.matchAll(/tôi(?!\p{L})/giu)];
  return pronouns.reduce((rest, { index }) => `${rest.slice(0, index)}   ${rest.slice(index + 3)}`, folded);
}
