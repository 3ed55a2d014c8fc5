import type { Classifier } from '../classifier/classifier.ts';
import { normalise } from './normalise.ts';
import { createPhraseTable } from './phrase-table.ts';
import { readSignal, type SignalHeads } from './two-step-reader.ts';

/** How far a scam has gone, the gravest last but one; `tell` reports or asks about scams, nothing is at stake. */
export const scamStages = [
  'about-to',
  'going-on',
  'installed',
  'gave-secret',
  'paid',
  'threatened',
  'tell',
] as const;
export type ScamStage = (typeof scamStages)[number];

export interface Scam {
  stage: ScamStage;
  /** How sure it is that a scam is told at all, 0..1. */
  probability: number;
}

/** A message → the scam that it tells. Pure once its heads are trained; never throws. */
export type ScamReader = (text: string) => Scam | undefined;

/** Both measured: how sure without a cue of a stranger who wants something, and with one. */
const sureAlone = 0.85;
const sureWithCue = 0.5;

const cues = createPhraseTable(
  `bi lua, lua dao, lua gat, xung, tu xung, mao danh, gia danh, gia mao, hacker, hack, apk, link, duong link, duong dan, teamviewer,
  ultraviewer, ultraview, anydesk, telegram, tele, trung thuong, trung giai, no doa, doa, de doa, ham doa, tong tien, chuoc, tung anh,
  anh nong, ghep mat, ghep anh, clip, link, app vay, san ao, tien ao, coin, nap tien vao, da nap, nap vao, scam, scammer, ho gui, no gui, no bao toi, no bao em, no bao bac, no bao ba, no bao chuyen, no bao doc, no bao gui, no bao nop, no keu, no doi, no nhan,
  no goi, no bat nop, no bat chuyen, no hoi, han keu, han noi, ho bao doc, ho bao chuyen, ho bao cai, ho bao nop, ho doi, ho keu, bao doc, doc cho, cho no, cho han, cho nguoi la, nguoi la,
  so la, la hoac, dom, rom, qua mang, nguoi quen tren mang, tri an, noi com, nhiem vu, hoa hong, tien coc, giu cho, khoi to, truy na,
  rua tien, bat giam, phong toa, chay an, thu hoi tien, lay lai tien, mat tien, tru sach, tru het, rut sach, mat sach, 0 dong,
  bien mat, mat hut, chan so, chan em, chan toi, block, tat may, cup may, giu may, giu bi mat, dung cup, dung tat, dieu khien, chia se man hinh,
  tro nang, trot, lo bam, lo cai, lo doc, lo gui, lo tai, lo dua, lo chuyen, lo nhap, gui anh, ma otp, cvv, so the, 3 so, ba so, quet mat, livestream, xoa no xau, app vay, vay app, shipper, hai quan,
  vien kiem sat, canh sat, dien luc, khoa sim, dau tu, loi nhuan, gop von, dong phi, dang goi, dang noi, dang nghe, dang nhan,
  trong may, dau day, call, click, download`,
);

export function createScamReader(heads: SignalHeads<Classifier>): ScamReader {
  return (text) => {
    const read = readSignal(heads, text);
    if (read === undefined) return undefined;
    const stage = scamStages.find((each) => each === read.label);
    const isSure = read.probability >= (cues.isIn(normalise(text)) ? sureWithCue : sureAlone);
    return stage !== undefined && isSure ? { stage, probability: read.probability } : undefined;
  };
}
