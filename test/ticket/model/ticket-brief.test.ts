import { createAreaTree } from '../../../src/team/areas/area-tree.ts';
import { briefOf } from '../../../src/ticket/model/ticket-brief.ts';

const now = Date.parse('2026-10-07T08:00:00+07:00');
const area = { validFrom: undefined, validUntil: undefined };
const tree = createAreaTree([
  { ...area, areaId: 'root', level: 'root', name: 'Nơi Thử', parentId: undefined },
  { ...area, areaId: 'thon', level: 'village', name: 'Thôn Bến Mơ', parentId: 'root' },
]);

function brief(
  said: string[],
  { added = [], ...more }: { added?: string[]; area_id?: string; kind?: 'call-back' } = {},
) {
  const messages = said.map((text, at) => ({ from: 'resident' as const, text, at: now - 60_000 + at }));
  const ticket = {
    summary: { messages },
    created_at: now,
    area_id: null,
    village_text: null,
    phone_encrypted: null,
    kind: 'question' as const,
    ...more,
  };
  return briefOf(ticket, { roster: { tree }, added });
}

describe('the brief of a ticket', () => {
  it('is what the resident needs: no reactions, courtesies, requests for a person, or taps', () => {
    const said = [
      'tiền mai táng ba tháng chưa nhận được',
      '👍',
      'ok',
      '#Gặp cán bộ',
      'cảm ơn cháu',
      'cho em gặp cán bộ',
    ];
    expect(brief(said).question).toEqual(['tiền mai táng ba tháng chưa nhận được']);
  });

  it('leaves the clause that asks for a person out', () => {
    expect(brief(['bị khóa VNeID, cho gặp cán bộ']).question).toEqual(['bị khóa VNeID']);
  });

  it('has what the resident added, but no question about the ticket, no number and no village', () => {
    const added = ['đến đâu rồi', 'số của tôi [số điện thoại]', 'thôn Bến Mơ', 'à nhầm, cho cháu ngoại'];
    expect(brief(['xác nhận lý lịch cho cháu'], { added, area_id: 'thon' }).question).toEqual([
      'xác nhận lý lịch cho cháu',
      'à nhầm, cho cháu ngoại',
    ]);
  });

  it('says for whom, what is wished, and what is missing', () => {
    expect(brief(['gọi cho em'], { kind: 'call-back' })).toMatchObject({
      wish: 'call',
      missing: ['question', 'village', 'phone'],
    });
    expect(brief(['bố em 80 tuổi cần làm VNeID'], { area_id: 'thon' })).toMatchObject({
      forWhom: 'bố 80 tuổi',
      wish: 'message',
      place: ['Thôn Bến Mơ'],
      missing: [],
    });
  });

  it('leaves out what was said in an earlier talk', () => {
    const early = { from: 'resident' as const, text: 'mật khẩu wifi là gì', at: now - 5 * 60 * 60_000 };
    const ticket = {
      summary: { messages: [early] },
      created_at: now,
      area_id: null,
      village_text: null,
      phone_encrypted: null,
      kind: 'question' as const,
    };
    expect(briefOf(ticket, { roster: { tree }, added: [] }).question).toEqual([]);
  });
});
