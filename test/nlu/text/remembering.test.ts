import { remembering } from '../../../src/nlu/text/remembering.ts';

function counted(count?: number) {
  const asked: string[] = [];
  const read = remembering((text) => {
    asked.push(text);
    return text.toUpperCase();
  }, count);
  return { read, asked };
}

test('the same text is read once', () => {
  const { read, asked } = counted();
  expect([read('thuế đất'), read('thuế đất')]).toEqual(['THUẾ ĐẤT', 'THUẾ ĐẤT']);
  expect(asked).toEqual(['thuế đất']);
});

test('an empty result is remembered too', () => {
  const { read, asked } = counted();
  read('');
  read('');
  expect(asked).toEqual(['']);
});

test('after the last few texts an older one is read again', () => {
  const { read, asked } = counted(2);
  for (const text of ['a', 'b', 'c', 'a']) read(text);
  expect(asked).toEqual(['a', 'b', 'c', 'a']);
});
