import { createCannedReplies, fillCanned } from '../../src/content/canned-replies.ts';
import { officeKnowledge } from '../helpers/office.ts';

const at = (day: string) => Date.parse(`${day}T12:00:00+07:00`);
const reply = (id: string, facts: string[] = []) => ({
  id,
  title: id,
  text: '{{team}} qua {{village}}',
  facts,
});
const file = { any: [reply('coming')], land: [reply('papers', ['L1']), reply('where')] };
const replies = createCannedReplies(file, {
  reviewBy: ({ facts }) => (facts.length > 0 ? '2026-06-30' : undefined),
});
const ids = (topic: string | null, day: string) => replies.listFor(topic, at(day)).map(({ id }) => id);

describe('canned replies', () => {
  it('list those of the topic first, then those for every topic', () => {
    expect(ids('land', '2026-06-01')).toEqual(['papers', 'where', 'coming']);
    expect(ids('vneid', '2026-06-01')).toEqual(['coming']);
    expect(ids(null, '2026-06-01')).toEqual(['coming']);
  });

  it('are no longer offered once their facts are long past review', () => {
    expect(ids('land', '2026-08-29')).toEqual(['papers', 'where', 'coming']);
    expect(ids('land', '2026-08-30')).toEqual(['where', 'coming']);
    expect(replies.find('papers', at('2026-08-30'))).toBeUndefined();
    expect(replies.find('where', at('2026-08-30'))).toMatchObject({ id: 'where' });
  });

  it('are filled in with the values of the ticket, and begin with a capital letter', () => {
    const values = {
      team: 'tổ thôn Một',
      commune: 'xã Thử',
      village: 'thôn Một',
      office: 'Nơi Thử',
      number: 101,
    };
    expect(fillCanned(reply('coming'), values)).toBe('Tổ thôn Một qua thôn Một');
  });

  it('exist for every topic of the office', () => {
    const directory = officeKnowledge().directory;
    const general = directory.canned.listFor(null, at('2026-10-07')).length;
    expect(general).toBeGreaterThan(0);
    for (const { topic } of directory.topics) {
      expect(directory.canned.listFor(topic, at('2026-10-07')).length).toBeGreaterThan(general);
    }
  });
});
