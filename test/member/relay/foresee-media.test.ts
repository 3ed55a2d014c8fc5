import type { Database } from '../../../src/database/database.ts';
import { minuteMs } from '../../../src/durations.ts';
import type { MediaPort } from '../../../src/media/transfer-media.ts';
import type { Attachment } from '../../../src/message.ts';
import { oaId } from '../../helpers/actor-fixture.ts';
import { createMemberWorld, type MemberWorld } from '../../helpers/member-world.ts';
import { createTestDatabase } from '../../helpers/test-database.ts';

const paper: Attachment = { kind: 'file', url: 'https://zalo.example/don.pdf', name: 'don.pdf' };

describe('media that a member sends on', () => {
  let database: Database;
  let uploads: string[];

  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.close());
  beforeEach(() => {
    uploads = [];
  });

  const media: MediaPort = {
    async download() {
      // The embedded database has one session: behind an open transaction this would wait for ever.
      await database.db.selectFrom('oas').select('oa_id').execute();
      return { bytes: Buffer.from('noi dung'), contentType: 'application/pdf' };
    },
    async upload(at, kind) {
      uploads.push(`${at} ${kind}`);
      return 'token';
    },
  };

  /** Hà is the assignee of these residents' tickets and has answered each. */
  async function helping(residents: string[], options: Parameters<typeof createMemberWorld>[2] = {}) {
    const members = await createMemberWorld(database, {}, { media, ...options });
    await members.link('ha');
    const numbers: number[] = [];
    for (const resident of residents) {
      const number = await members.world.open(resident);
      numbers.push(number);
      await members.settle();
      await members.write('ha', `nhận việc ${number}`);
      await members.write('ha', `${number} chao bac`);
      members.advance(minuteMs);
    }
    await members.settle();
    return { members, numbers };
  }

  const sends = (members: MemberWorld, text = '') => members.write('ha', text, { attachments: [paper] });
  const last = (members: MemberWorld) => members.heard('ha').at(-1) ?? '';

  test('is downloaded before the transaction and goes to the resident the member writes to', async () => {
    const { members } = await helping(['lan']);
    await sends(members);
    await members.settle();
    expect(uploads).toEqual([`${oaId} file`]);
    expect(members.heard('lan')).toContain('file');
  });

  test('is downloaded once its recipient is clear', async () => {
    const { members, numbers } = await helping(['lan', 'minh']);
    await sends(members);
    expect(uploads).toEqual([]);
    expect(members.heard('lan').concat(members.heard('minh'))).not.toContain('file');
    await members.write('ha', `Gửi lan (${numbers[0]})`);
    await members.settle();
    expect(uploads).toEqual([`${oaId} file`]);
    expect(members.heard('lan')).toContain('file');
    expect(members.heard('minh')).not.toContain('file');
  });

  test('is not downloaded for a person who is no member', async () => {
    const { members } = await helping(['lan']);
    await members.write('lan', '', { attachments: [paper] });
    expect(uploads).toEqual([]);
  });

  test('stays pending with an honest reply if it was not foreseen, and is sent on the next request', async () => {
    let isForeseen = false;
    const { members } = await helping(['lan'], {
      changeActor: (parts) => ({
        ...parts,
        members: {
          ...parts.members,
          foreseeMedia: async (db, forecast) => (isForeseen ? parts.members.foreseeMedia(db, forecast) : []),
        },
      }),
    });
    await sends(members, 'giay cua bac');
    await members.settle();
    expect(last(members)).toContain('vẫn giữ ở đây');
    expect(members.heard('lan')).not.toContain('file');
    isForeseen = true;
    await members.write('ha', 'gửi');
    await members.settle();
    expect(members.heard('lan')).toContain('file');
    expect(members.heard('lan').join()).toContain('giay cua bac');
  });
});
