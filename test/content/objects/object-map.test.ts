import { countMarks, mapObjects } from '../../../src/content/objects/object-map.ts';
import { listResidentTexts } from '../../../src/content/resident-texts.ts';
import { readSample } from '../../intents/checks/sample-content.ts';

describe('the map of objects', () => {
  const [bicycleCard] = mapObjects(readSample());
  const markOf = (aspect: string) => bicycleCard?.cells.find((cell) => cell.aspect === aspect);

  it('shows which cells are filled, unknown and not declared, and the variants', () => {
    expect(markOf('where')).toMatchObject({ mark: 'filled', variants: [] });
    expect(markOf('how')?.mark).toBe('filled');
    expect(markOf('papers')?.mark).toBe('unknown');
    expect(markOf('safe')?.mark).toBe('absent');
    expect(markOf('fee')?.variants).toEqual([{ told: 'lost', mark: 'filled' }]);
  });

  it('counts the cells, variants included', () => {
    expect(countMarks(bicycleCard ? [bicycleCard] : [])).toMatchObject({ filled: 6, unknown: 1, 'n/a': 0 });
  });
});

describe('the list of texts that residents can get', () => {
  const texts = listResidentTexts(readSample());

  it('has every answer with its steps, buttons and facts', () => {
    expect(texts).toContainEqual(
      expect.objectContaining({
        id: 'borrow-bicycle',
        topic: 'bicycles',
        lang: 'vi',
        text: expect.stringContaining('1. Mang thẻ đến quầy.'),
        buttons: ['Trả xe'],
        facts: ['B01', 'B02'],
      }),
    );
  });

  it('has every cell with a text of its own, and the state that it is for', () => {
    const cells = texts.filter(({ object }) => object === 'bicycle-card');
    expect(cells.map(({ id }) => id)).toEqual([
      'bicycle-card.where',
      'bicycle-card.fee',
      'bicycle-card.time',
      'bicycle-card.online',
      'bicycle-card.fee (lost)',
    ]);
    expect(cells.at(-1)).toMatchObject({ aspect: 'fee', state: 'lost', facts: [], general: true });
  });

  it('names each text once in a language', () => {
    const ids = texts.map(({ id, lang }) => `${lang} ${id}`);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
