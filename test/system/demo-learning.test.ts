import { createDemoProcess, type DemoProcess, learning } from '../helpers/demo-process.ts';
import { until } from '../helpers/until.ts';

/** Training takes both cores for a minute, so this runs beside no other test. */
describe('npm run demo on a fresh machine', () => {
  let demo: DemoProcess;
  beforeEach(async () => {
    demo = await createDemoProcess({ withModel: false });
  });
  afterEach(() => demo.remove());

  test('without a model the demo says that it is learning, and answers when it has learned', async () => {
    await demo.start();
    await until('it says so', () => learning.test(demo.screen()));
    const lan = await demo.addResident('Bà Lan');
    await until('it has learned', () => /học các câu hỏi mẫu.*xong/is.test(demo.screen()), 400_000);
    expect(await demo.ask(lan, 'quen mat khau etax')).toContain('VNeID');
  });
});
