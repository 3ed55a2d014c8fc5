import { checkAddressing } from '../helpers/addressing-property.ts';

test('no text of 5,000 random members reaches anybody but the resident named for it, and none is lost', async () => {
  expect(await checkAddressing(5_000)).toBeGreaterThan(7_500);
});
