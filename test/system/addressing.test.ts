import { checkAddressing } from '../helpers/addressing-property.ts';

test('no text of 2,000 random members reaches anybody but the resident named for it, and none is lost', async () => {
  expect(await checkAddressing(2_000)).toBeGreaterThan(3_000);
});
