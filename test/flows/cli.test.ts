import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runHereOrInServer } from '../../src/cli/run-here-or-in-server.ts';
import { createAdjustableClock } from '../../src/clock.ts';
import { parseConfig } from '../../src/config.ts';
import { silentLogger } from '../../src/logger.ts';
import { createSimulator, type Simulator } from '../../tools/simulator/simulator.ts';
import { type BotProcess, createBotProcess } from '../helpers/bot-process.ts';
import { textEvent } from '../helpers/deliveries.ts';
import { findFreePort } from '../helpers/free-port.ts';
import { makeLoadContent, type Question, questions } from '../helpers/load-content.ts';
import { officeKnowledge } from '../helpers/office.ts';
import { hasPostgres, postgresInstallLine, startPostgres } from '../helpers/postgres-server.ts';
import { type Ended, runProgram } from '../helpers/run-program.ts';
import { until } from '../helpers/until.ts';
import { appId, oaId, oaSecretKey, otherOaId, testSettings } from '../helpers/whole-bot.ts';

/** Programs take a few seconds to start, and there are many. */
const patienceMs = 300_000;
const [first, second, third] = questions as [Question, Question, Question];

interface Records {
  settings: Record<string, string>;
  close(): Promise<void>;
}

function describeCommands(name: string, open: () => Promise<Records>): void {
  describe(`the command line on ${name}`, () => {
    let dataDir: string;
    let records: Records;
    let content: Awaited<ReturnType<typeof makeLoadContent>>;
    let simulator: Simulator;
    let settings: Record<string, string>;
    let bot: BotProcess;

    beforeAll(async () => {
      dataDir = mkdtempSync(join(tmpdir(), 'cau-noi-cli-'));
      [records, content] = await Promise.all([open(), makeLoadContent()]);
      const port = await findFreePort();
      simulator = createSimulator({
        clock: createAdjustableClock(),
        logger: silentLogger,
        appId,
        appSecret: 'demo-app-secret-not-real',
        oaSecretKey,
        webhookUrl: `http://127.0.0.1:${port}/webhooks/zalo`,
        oas: [
          { oaId, name: 'Xã Thử Một' },
          { oaId: otherOaId, name: 'Xã Thử Hai' },
        ],
      });
      const more = {
        PORT: `${port}`,
        DATA_DIR: dataDir,
        BACKUP_DIR: join(dataDir, 'backups'),
        BACKUP_KEY: '0e'.repeat(32),
        ...records.settings,
      };
      settings = testSettings(await simulator.listen(0), more);
      bot = createBotProcess({ name: 'bot', settings, locales: content.folder });
    }, patienceMs);
    afterAll(async () => {
      await bot.stop();
      await simulator.close();
      await records.close();
      await content.remove();
      rmSync(dataDir, { recursive: true });
    }, patienceMs);

    /** Runs a command as an operator does. */
    const program = (...args: string[]) => runProgram('dist/cli/main.js', args, settings);

    /** The same in this process: a program of its own reads all content first. */
    async function cli(...args: string[]): Promise<Ended> {
      let stdout = '';
      const code = await runHereOrInServer({
        args,
        write: (text) => {
          stdout += text;
        },
        loadConfig: () => parseConfig(settings),
        readKnowledge: officeKnowledge,
      });
      return { code, stdout, stderr: '' };
    }

    function newUser(ofOa: string) {
      const user = simulator.platform.people.addUser({ name: 'Bà Lan', oaId: ofOa });
      if (!user) throw new Error('the simulator does not know the OA');
      return user;
    }

    const heard = ({ userId }: { userId: string }) =>
      simulator.platform.conversations
        .list(userId)
        .filter(({ from }) => from === 'oa')
        .map(({ text }) => text.split('\n')[0]);

    async function addOa(id: string): Promise<string> {
      const { refreshToken } = simulator.issueTokens(id);
      const { code, stdout, stderr } = await program(
        'oa:add',
        '--oa-id',
        id,
        '--refresh-token',
        refreshToken,
      );
      expect([code, stderr]).toEqual([0, '']);
      return stdout;
    }

    async function expectRefusals(): Promise<void> {
      const refused: [string[], RegExp][] = [
        [['oa:ad'], /unknown command 'oa:ad'/],
        [['catch-up', '--oa-id', '999'], /No such OA is connected\. See oa:list\./],
      ];
      for (const [args, line] of refused) {
        const { code, stdout } = await cli(...args);
        expect(stdout).toMatch(line);
        expect([args, code]).toEqual([args, 1]);
      }
      expect(await program('oa:ad')).toMatchObject({ code: 1 });
    }

    test(
      'works while the server is stopped',
      async () => {
        expect(await cli('migrate')).toMatchObject({
          code: 0,
          stdout: expect.stringMatching(/^Applied: 001-/),
        });
        expect(await cli('migrate')).toMatchObject({
          code: 0,
          stdout: expect.stringContaining('Nothing to do'),
        });
        expect((await cli('oa:list')).stdout).toContain('No OA is connected yet');
        expect(await addOa(oaId)).toContain(`OA ${oaId} is connected.\nZalo knows it as "Xã Thử Một"`);
        const { stdout } = await cli('oa:list', '--json');
        expect(JSON.parse(stdout)).toMatchObject([{ oaId, token: 'ok', lastEventAt: null }]);
        const sick = await cli('doctor');
        expect(sick.stdout).toMatch(/chương trình chưa chạy.*Xã Thử Một: Zalo chưa báo tin nào/s);
        await expectRefusals();

        const used = await cli('oa:add', '--oa-id', otherOaId, '--refresh-token', 'used-before');
        expect(used.code).toBe(1);
        expect(used.stdout + used.stderr).toMatch(/Zalo refused the tokens/);

        simulator.platform.switches.change({ holdDeliveries: true });
        const lan = newUser(oaId);
        simulator.platform.actions.write(lan, first.text);
        const caughtUp = await cli('catch-up', '--oa-id', oaId);
        expect(caughtUp).toMatchObject({
          code: 0,
          stdout: expect.stringContaining('1 messages were missed'),
        });

        await bot.start();
        await until('it is answered after the start', () => heard(lan).length > 0, 60_000);
        simulator.platform.switches.change({ holdDeliveries: false });
        simulator.platform.deliverer.pump();
        await simulator.settled();
        expect(heard(lan)).toEqual([first.reply]);
      },
      patienceMs,
    );

    test(
      'works while the server is running, and its changes apply at once',
      async () => {
        expect(await cli('migrate')).toMatchObject({
          code: 0,
          stdout: expect.stringContaining('Nothing to do'),
        });
        expect(await addOa(otherOaId)).toContain('Zalo knows it as "Xã Thử Hai"');
        const minh = newUser(otherOaId);
        simulator.platform.actions.write(minh, second.text);
        await until('the first message of the new OA is answered', () => heard(minh).length > 0, 20_000);
        expect(heard(minh)).toEqual([second.reply]);
        const { stdout } = await cli('oa:list');
        expect(stdout).toMatch(new RegExp(`${oaId}.*ok[^]*${otherOaId}.*ok`));
        const healthy = await cli('doctor');
        expect(healthy.stdout).toMatch(/đang trả lời ở cổng.*Zalo báo tin gần nhất/s);
        expect(await cli('backup')).toMatchObject({ code: 0, stdout: expect.stringContaining('Đã ghi') });
        expect(readdirSync(join(dataDir, 'backups'))).toContain('erasures.list');

        const hoa = newUser(oaId);
        hoa.lastInteractionAt = Date.now();
        const file = join(dataDir, 'body.json');
        writeFileSync(
          file,
          textEvent({ personId: hoa.userId, text: third.text, messageId: 'm1', at: Date.now() }),
        );
        expect(await program('replay', file)).toMatchObject({
          code: 0,
          stdout: expect.stringMatching(/answered 200/),
        });
        await until('the replayed message is answered', () => heard(hoa).length > 0, 20_000);
        expect(heard(hoa)).toEqual([third.reply]);
        writeFileSync(
          file,
          textEvent({ personId: '1', text: 'x', messageId: 'm2', at: 1 }, { app_id: '999' }),
        );
        expect(await program('replay', file)).toMatchObject({
          code: 1,
          stdout: expect.stringMatching(/of the app 999/),
        });

        expect(await cli('catch-up')).toMatchObject({
          code: 0,
          stdout: expect.stringMatching(new RegExp(`OA ${oaId}: 0 messages[^]*OA ${otherOaId}: 0 messages`)),
        });
        await expectRefusals();
      },
      patienceMs,
    );
  });
}

describeCommands('the embedded database', async () => ({ settings: {}, close: async () => undefined }));

if (hasPostgres()) {
  describeCommands('PostgreSQL', async () => {
    const postgres = await startPostgres();
    return { settings: { DATABASE_URL: postgres.url }, close: () => postgres.close() };
  });
} else {
  describe.skip(`the command line on PostgreSQL (needs: ${postgresInstallLine})`, () =>
    test('is there', () => undefined));
}
