import { checkAddressing } from '../../helpers/addressing-property.ts';

test('no text of a random member reaches anybody but the resident named for it, and none is lost', async () => {
  // Enough messages went out for the property to mean something.
  expect(await checkAddressing(200)).toBeGreaterThan(300);
});
