import { staffOffice } from '../helpers/staffed-office.ts';
import { startWholeBot } from '../helpers/whole-bot.ts';
import { writeFileSync } from 'node:fs';
test('x', async () => {
  const whole = await startWholeBot();
  const office = await staffOffice(whole);
  const out: string[] = [];
  const talks = [
    ['chào cháu', `cho tôi gặp cán bộ, tôi ở thôn ${office.village.name}`, 'gấp lắm cháu ơi'],
    ['toi muon gap can bo', office.village.name, 'gap lam chau oi mai het han roi', 'sao lau the'],
    [`bác ở ${office.village.name} muốn gặp người hỏi về sổ đỏ`],
    ['nộp hồ sơ trên mạng thế nào', 'xong rồi làm sao biết đã nộp'],
    ['đăng ký khai sinh cần gì', 'còn khai tử thì sao'],
    ['đăng ký tạm trú thế nào', 'sửa lại là thường trú', 'ý tôi là thường trú'],
    ['thuế', 'so do', 'căn cước', 'can cuoc', 'cái thứ hai'],
    ['đất đai', 'mục 3 nhé'],
    ['quên mật khẩu etax', 'làm rồi mà không được', 'vẫn không được'],
    ['mẹ em mới mất', 'con tôi mất rồi', 'làm khai tử ở đâu'],
  ];
  for (const talk of talks) {
    await whole.advance(120_000);
    const r = await whole.newResident('Nguyễn Thị Lan');
    out.push('=====');
    for (const line of talk) {
      await r.write(line);
      out.push(`> ${line}`);
      for (const m of await r.news()) out.push(`  ${m.text.replaceAll('\n', '\n  ')}\n   [${m.buttons.map((b) => b.title).join(' | ')}]`);
    }
  }
  writeFileSync('/tmp/founder/talk.txt', out.join('\n'));
  await whole.stop();
}, 300_000);
