import type { KnownObject } from '../../../src/content/objects/known-object.ts';
import { createObjectDirectory } from '../../../src/content/objects/object-directory.ts';
import { selectCell } from '../../../src/content/objects/select-cell.ts';
import { noAspects } from '../../../src/content/schema/aspects.ts';
import { localFile } from '../../../src/content/schema/local.ts';
import { objectFile } from '../../../src/content/schema/object.ts';

const local = localFile.parse({
  office: { name: 'quầy', place: 'xã', province: 'tỉnh' },
  ...{ helpLines: {}, officialHosts: [], brands: [], procedures: [], extraHolidays: [], forbidden: [] },
  harmlessNumbers: [],
});
const told = (first: string, more: object = {}) => ({ first, facts: ['A01'], ...more });
const base = { kind: 'procedure', topic: 't', knows: 'desk' };

const papers = objectFile.parse({
  ...{ ...base, object: 'papers', name: 'giấy tờ', button: 'Giấy tờ', names: ['giấy tờ'] },
  say: { fee: told('Giấy tờ nào cũng mất phí.'), safe: told('An toàn.') },
});
const passport = objectFile.parse({
  ...{ ...base, object: 'passport', name: 'hộ chiếu', button: 'Hộ chiếu', names: ['hộ chiếu'] },
  parent: 'papers',
  say: {
    where: told('Ở công an.', { covers: ['minor', 'lost'] }),
    fee: told('Mới.'),
    who: told('Tự mình.'),
    time: 'unknown',
    hours: 'n/a',
  },
  when: [
    { state: 'lost', say: { fee: told('Mất.') } },
    { condition: 'minor', say: { fee: told('Trẻ em.') } },
    { state: 'lost', condition: 'minor', say: { fee: told('Trẻ em bị mất.') } },
    { condition: ['minor', 'abroad'], say: { fee: told('Trẻ em ở nước ngoài.') } },
  ],
  faults: { crash: { with: { where: 'App Store' } } },
});
const directory = createObjectDirectory({
  local,
  objectFiles: {
    objects: [papers, passport],
    aspects: noAspects,
    faults: { faults: { crash: { first: '{{name}}: tải lại từ {{where}}.', facts: ['A02'] } } },
    knows: {},
  },
});
const object = directory.find('passport') as KnownObject;

describe('selectCell', () => {
  it.each<[string, Parameters<typeof selectCell>[2], string]>([
    ['the plain cell', { conditions: [] }, 'Mới.'],
    ['the cell of the state', { state: 'lost', conditions: [] }, 'Mất.'],
    ['the cell of the condition', { conditions: ['minor'] }, 'Trẻ em.'],
    ['the narrowest cell', { state: 'lost', conditions: ['minor'] }, 'Trẻ em bị mất.'],
    ['a cell of which every condition holds', { conditions: ['minor', 'abroad'] }, 'Trẻ em ở nước ngoài.'],
    ['no cell of which only one condition holds', { conditions: ['abroad'] }, 'Mới.'],
  ])('selects %s', (_, circumstances, first) => {
    expect(selectCell(object, 'fee', circumstances)?.cell).toMatchObject({ first });
  });

  it('tells what a cell is written for, and what it lacks', () => {
    expect(selectCell(object, 'fee', { state: 'lost', conditions: ['abroad'] })).toMatchObject({
      declares: { state: 'lost', conditions: [] },
      lacks: { state: undefined, conditions: ['abroad'] },
    });
    expect(selectCell(object, 'fee', { state: 'expired', conditions: [] })?.lacks.state).toBe('expired');
  });

  it('lacks nothing that the text covers as it is', () => {
    const covered = selectCell(object, 'where', { state: 'lost', conditions: ['minor'] });
    expect(covered?.lacks).toEqual({ state: undefined, conditions: [] });
  });

  it('keeps what is declared unknown or not applicable, and does not ask the parent', () => {
    expect(selectCell(object, 'time', { conditions: [] })?.cell).toBe('unknown');
    expect(selectCell(object, 'hours', { conditions: [] })?.cell).toBe('n/a');
  });

  it('falls back to the parent, and says whose cell it is', () => {
    const inherited = selectCell(object, 'safe', { conditions: [] });
    expect(inherited).toMatchObject({ cell: { first: 'An toàn.' }, object: { id: 'papers' } });
    expect(selectCell(object, 'compare', { conditions: [] })).toBeUndefined();
  });

  it('answers who may do it for somebody else from who may do it', () => {
    const standIn = selectCell(object, 'on-behalf', { conditions: [] });
    expect(standIn).toMatchObject({ aspect: 'who', cell: { first: 'Tự mình.' } });
  });

  it('never answers how long a paper is valid from how long it takes', () => {
    expect(selectCell(object, 'validity', { conditions: [] })).toBeUndefined();
    expect(selectCell(object, 'deadline', { conditions: [] })).toBeUndefined();
  });

  it('fills a shared fault in with the name of the app and its own values', () => {
    const fault = selectCell(object, 'fix', { state: 'crash', conditions: [] });
    expect(fault?.cell).toMatchObject({ first: 'hộ chiếu: tải lại từ App Store.', facts: ['A02'] });
  });
});
