import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Finding } from '../../../src/content/checks/finding.ts';
import { type Content, readContent } from '../../../src/content/read-content.ts';

export type SampleFile =
  | 'topics/bicycles.yaml'
  | 'aspects.yaml'
  | 'knows.yaml'
  | 'objects/bicycle-card.yaml'
  | 'asked/bicycle-card.yaml'
  | 'canned.yaml'
  | 'instead.yaml'
  | 'facts.yaml'
  | 'local.yaml'
  | 'areas.yaml'
  | 'lunar-holidays.yaml'
  | 'bot.yaml';

/** One text of a sample file, and its replacement. */
export interface Change {
  in: SampleFile;
  from: string;
  to: string;
}

/** A small locale of an invented town that passes every check. */
const files: Record<SampleFile, string> = {
  'topics/bicycles.yaml': `topic: bicycles
title: Xe đạp của thị trấn
button: Xe đạp
intents:
  borrow-bicycle:
    title: Mượn xe đạp ở đâu?
    button: Mượn ở đâu
    examples:
      - mượn xe đạp ở đâu
      - cho tui mượn chiếc xe
      - muon xe dap can gi
      - xe đạp công cộng lấy chỗ nào
      - tôi muốn một cái xe đi chợ
      - nhà văn hóa có cho mượn xe không
      - quầy xe mở cửa chưa
      - ai giữ chìa khóa xe
      - lấy xe thì đưa thẻ gì
      - bé nhà em đi xe được không
      - xe hết rồi hay sao
      - thuê hay mượn vậy ạ
      - bác già có xe ba bánh không
      - đi mượn hộ mẹ có được
      - cuối tuần còn xe chứ
    answer: Mượn ở nhà văn hóa ạ, trả trong 3 ngày.
    steps:
      - Mang thẻ đến quầy.
      - Quầy đóng cửa thì gọi 0900.111.222.
    after: Phí mượn 5.000 đồng.
    followups: [return-bicycle]
    facts: [B01, B02]
    hardLimit: true
  return-bicycle:
    title: Trả xe thế nào?
    button: Trả xe
    examples:
      - trả xe ở đâu
      - mang xe về chỗ cũ hả
      - tra xe tre bi gi
      - quầy nghỉ thì để xe ngoài sân được không
      - hỏng xích trả sao đây
      - xe bị thủng lốp lúc trả
      - người khác trả hộ tôi
      - mất chìa rồi làm thế nào
      - sáng mai mới trả được
      - muốn giữ xe thêm vài hôm
      - trả xong có giấy gì
      - kiểm tra xe lâu không
      - lỡ làm xước sơn
      - trả buổi tối có ai nhận
      - bao giờ phải trả
    answer: Trả tại quầy, xem giờ mở cửa ở xedap.vn ạ.
    buttons:
      - title: Giờ mở cửa
        url: https://xedap.vn/gio
    facts: [B02]
    reviewBy: "2031-01-31"
`,
  'aspects.yaml': `aspects:
  where: [ở đâu]
  how: [thế nào]
  papers: [mang gì]
  fee: [bao nhiêu tiền]
  time: [bao lâu]
states:
  lost: [bị mất]
conditions:
  minor: [trẻ em]
general:
  where: [return-bicycle]
filler: thế thì ạ
kinds:
  procedure:
    needs: [where, how, papers, fee, time, online]
    card: [where, papers, fee, time]
`,
  'knows.yaml': `desk: { name: "quầy xe, 0900.111.222", facts: [B01] }
`,
  'objects/bicycle-card.yaml': `object: bicycle-card
kind: procedure
topic: bicycles
name: làm thẻ mượn xe
button: Thẻ mượn xe
names: [thẻ xe, thẻ mượn]
answers:
  borrow-bicycle: [where, fee]
knows: desk
say:
  where: { first: Làm ở nhà văn hóa., facts: [B01] }
  how: { intent: borrow-bicycle }
  papers: unknown
  fee: { first: Mỗi lượt 5.000 đồng., facts: [B01] }
  time: { first: Trả trong 3 ngày., facts: [B01] }
  online: { first: Xem ở xedap.vn., buttons: [{ title: Mở trang, url: https://xedap.vn/the }], facts: [B02] }
when:
  - state: lost
    say:
      fee: { first: Mất thẻ thì hỏi quầy xe., general: true }
`,
  'asked/bicycle-card.yaml': `how:
  - làm thẻ mượn xe thế nào
  - muon lam the xe thi lam sao
where:
  - làm thẻ xe ở chỗ nào
  - the muon xe lam o dau
papers @minor:
  - làm thẻ cho cháu 10 tuổi cần gì
fee:
  - thẻ xe hết bao nhiêu
  - mỗi lượt đi mấy nghìn
fee lost:
  - rơi thẻ mượn xe làm lại tốn không
time:
  - thẻ giữ được mấy hôm
  - bao gio phai tra the
`,
  'canned.yaml': `any:
  - id: coming
    title: Hẹn qua
    text: "{{team}} sẽ qua {{village}} ạ."
    facts: []
bicycles:
  - id: bring-back
    title: Nhắc trả xe
    text: Trả xe trong 3 ngày ở nhà văn hóa ạ.
    facts: [B01]
`,
  'instead.yaml': `outside-boats:
  text: Thuyền thì hỏi bến ạ.
  ask: [return-bicycle]
`,
  'facts.yaml': `B01:
  statement: Mượn xe tại nhà văn hóa, trả trong 3 ngày, phí 5.000 đồng; hỏi 0900.111.222.
  mark: A
  held: "2030-01"
  source: [https://xedap.vn/quy-dinh]
  reviewBy: "2031-01-31"
B02:
  statement: Giờ mở cửa của quầy ở trang xedap.vn.
  mark: B
  held: "2030"
  source: [https://xedap.vn]
  reviewBy: "2031-01-31"
C01:
  statement: Xe mua năm 2019, nghe nói có 40 chiếc.
  mark: C
  held: "2019"
  source: [https://xedap.vn/tin]
  reviewBy: "2031-01-31"
S01:
  statement: Tính đến tháng 9/2024 có 1.200 người mượn xe.
  mark: seed
  held: "2024-09"
  source: [seed]
  reviewBy: "2031-01-31"
`,
  'local.yaml': `office: { name: Thị trấn Mây, place: Mây Trắng, province: Tỉnh Gió }
helpLines:
  desk: { name: Quầy xe, call: "0900.111.222", fact: B01 }
officialHosts: [xedap.vn]
brands:
  - { name: XeApp, app: true, spellings: [xeapp, xe app] }
  - { name: MuaXe, app: true, spellings: [muaxe] }
procedures: [mượn xe, đăng ký mượn xe, trả xe]
extraHolidays: []
forbidden:
  - phrase: ủy ban huyện
    why: không còn cấp huyện
    unless: [không còn]
  - { phrase: giảm 70 %, why: phải nói đủ điều kiện }
  - { phrase: 1800 1096, why: chưa ai xác nhận }
harmlessNumbers: [mức 2]
`,
  'areas.yaml': `ambiguous: []
units:
  thi-tran-may:
    name: Thị trấn Mây Trắng
    kind: town
    aliases: [Mây Cũ]
    villages:
      - { name: Suối Đá, confidence: high, aliases: [Suối Sỏi] }
      - { name: Hạ, confidence: high }
  xa-mua:
    name: Xã Mưa Ngâu
    kind: commune
`,
  'lunar-holidays.yaml': `2031: { tet: 2031-01-23, gioTo: 2031-04-01 }
2033: { tet: 2033-01-31, gioTo: 2033-04-09 }
`,
  'bot.yaml': `greeting:
  text: Dạ chào ạ!
`,
};

/** Reads the sample with some texts replaced; a text that does not occur exactly once is a mistake of the test. */
export function readSample(...changes: Change[]): Content {
  const folder = mkdtempSync(join(tmpdir(), 'content-'));
  try {
    writeSample(folder, ...changes);
    return withShortNames(readContent(folder), folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Writes the same as files of a locale folder, for code that reads the folder itself. */
export function writeSample(folder: string, ...changes: Change[]): void {
  for (const [name, text] of Object.entries(changedFiles(changes))) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
}

/** The line of a text in a sample file after the changes. */
export function lineIn(file: SampleFile, text: string, ...changes: Change[]): number {
  const lines = changedFiles(changes)[file].split('\n');
  const at = lines.findIndex((line) => line.includes(text));
  if (at === -1) throw new Error(`"${text}" does not stand in ${file}`);
  return at + 1;
}

/** A change that makes one check report one finding. */
export interface Fault {
  change: Change;
  message: string;
  /** Text on the line that the finding must name; the replacement itself when absent. */
  at?: string;
  level?: Finding['level'];
}

/**
 * Every check passes on the unchanged sample; with the change it must report `message`, at the right file and line.
 */
export function findingOf({ change, message, at, level = 'error' }: Fault): Finding {
  const file = change.in;
  return { level, file, line: lineIn(file, at ?? (change.to.split('\n')[0] as string), change), message };
}

function changedFiles(changes: Change[]): Record<SampleFile, string> {
  const changed = { ...files };
  for (const { in: file, from, to } of changes) {
    if (changed[file].split(from).length !== 2) throw new Error(`"${from}" must stand once in ${file}`);
    changed[file] = changed[file].replace(from, () => to);
  }
  return changed;
}

function withShortNames(content: Content, folder: string): Content {
  const short = <File extends { file: string }>(file: File): File => ({
    ...file,
    file: file.file.slice(folder.length + 1),
  });
  return {
    ...content,
    topics: content.topics.map(short),
    objects: content.objects.map(short),
    aspects: short(content.aspects),
    faults: short(content.faults),
    knows: short(content.knows),
    canned: short(content.canned),
    instead: short(content.instead),
    facts: short(content.facts),
    local: short(content.local),
    areas: short(content.areas),
    lunarHolidays: short(content.lunarHolidays),
    translations: content.translations.map((one) => ({ ...one, topics: one.topics.map(short) })),
    otherTexts: content.otherTexts.map(short),
  };
}
