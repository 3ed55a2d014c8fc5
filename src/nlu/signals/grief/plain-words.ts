import { readWords } from '../../emergency/read-words.ts';
import { remembering } from '../../text/remembering.ts';

/**
 * Words that are told from others by their diacritics alone: "bố" (father) from "bỏ" (to leave) and "bò" (cow), "mất"
 * (died, lost) from "mặt" (face). Written with other diacritics they are other words.
 */
const meant = `mất chết đi mẹ bố bô ba bà má mạ mệ cha vợ chồng con ông ôn cụ cháu bé anh chị em cô chú bác dì cậu mợ
  thím dượng tía u bu thầy bầm nội ngoại hồi tang đám ma giỗ chôn liệm viếng góa goá khuất tắt thở tử khai báo tuất
  táng vừa mới đã hôm lúc rồi đẻ nhà bạn sư thai lưu sảy nằm xuống trời vì do ở tại khi tai nạn bệnh viện ngày không
  còn nữa qua đời thế trần hy hi sinh mai hậu sự bỏ năm có bảo đó ngay còn quá thẻ giờ mà để xe sổ cho tới tôi tối nhỏ nhé tuần tháng số cả`;

const forms = new Map<string, Set<string>>();
for (const { plain, marked } of meant.split(/\s+/).flatMap(readWords)) {
  forms.set(plain, (forms.get(plain) ?? new Set()).add(marked ?? plain));
}

/** Stands for a word that only looks like one of these. */
const another = '_';

/** The clauses of a text in words without diacritics, separated by " . ". */
export const toPlainClauses = remembering((text) =>
  text
    .split(/[,.;:!?\n()"]+/)
    .map((clause) => readWords(clause).map(plainOf).join(' '))
    .filter(Boolean)
    .join(' . '),
);

function plainOf({ plain, marked }: ReturnType<typeof readWords>[number]): string {
  const own = forms.get(plain);
  return marked !== undefined && own && !own.has(marked) ? another : plain;
}
