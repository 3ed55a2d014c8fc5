import type { Database } from '../../src/database/database.ts';
import { createSealer } from '../../src/encryption.ts';
import {
  type CodeCheck,
  checkCode,
  confirmAuthenticator,
  offerAuthenticator,
} from '../../src/operator/authenticator.ts';
import { addOperator } from '../../src/operator/operator-store.ts';
import { totpAt, totpStep } from '../../src/operator/totp.ts';

const now = Date.UTC(2026, 11, 1);
const sealer = createSealer(Buffer.alloc(32));

/** Codes of operators that arrive at once count one after the other, whatever the database. */
export function describeOperatorCodes(title: string, open: () => Promise<Database>): void {
  describe(title, () => {
    let database: Database;
    beforeAll(async () => {
      database = await open();
    });
    afterAll(() => database.close());

    /** An operator with an authenticator, and a check of any code of theirs. */
    async function newOperator(name: string) {
      const { db } = database;
      const parts = { db, sealer, secret: 's'.repeat(40) };
      const given = { name, role: 'administrator', areaId: undefined, now } as const;
      const operatorId = (await db.transaction().execute((trx) => addOperator(trx, given))) ?? '';
      const secret = await offerAuthenticator(parts, operatorId);
      const codeAt = (time: number) => totpAt(secret, totpStep(time));
      expect(await confirmAuthenticator(parts, { operatorId, code: codeAt(now), now })).toBe(true);
      const check = (code: string, time: number) => checkCode(parts, { operatorId, code, now: time });
      return { codeAt, check };
    }

    it('locks after five wrong codes, however many come at once', async () => {
      const { check } = await newOperator('Nguyễn Thị Sai');
      const checked = await Promise.all(Array.from({ length: 12 }, () => check('000000', now + 60_000)));
      const kinds = checked.map((one) => (one.kind === 'locked' && one.isNew ? 'newly locked' : one.kind));
      expect(kinds.sort()).toEqual([
        ...Array.from({ length: 7 }, () => 'locked'),
        'newly locked',
        ...Array.from({ length: 4 }, () => 'wrong'),
      ]);
    });

    it('takes a right code once, however often it comes at once', async () => {
      const { check, codeAt } = await newOperator('Trần Văn Đúng');
      const later = now + 60_000;
      const checked: CodeCheck[] = await Promise.all(
        Array.from({ length: 4 }, () => check(codeAt(later), later)),
      );
      expect(checked.filter(({ kind }) => kind === 'right')).toHaveLength(1);
    });
  });
}
