import { scamAnswers } from '../../content/scam-answers.ts';
import { hourMs } from '../../durations.ts';
import { outOfScope, rankTopics } from '../../nlu/classifier/decide.ts';
import { type ScamStage, scamStages } from '../../nlu/scam/scam.ts';
import type { Understanding } from '../../understanding/understanding.ts';
import { asksWhomToCall } from '../emergency/asks-whom-to-call.ts';
import { recentEmergencyCall } from '../emergency/emergency-call.ts';
import { type ScamCall, scam } from '../flow/flow-shapes.ts';
import { answeredLately, type Talk } from '../flow/talk.ts';

/** Within this time after an answer about a scam, an unclear message still belongs to it. */
const talkMs = 2 * hourMs;
/** "Giờ làm sao", "rồi sao nữa": a longer message is a question of its own. */
const whatNow =
  /\b(?:lam sao(?! (?:de |ma )?(?:biet|phan biet|nhan biet|nhan ra|kiem tra))|lam gi|lam the nao|lam tiep|sao nua|sao day|sao gio|gio sao|roi sao|tinh sao|phai lam|what now|what next|what do i do|what should i do)\b/;
const maxWords = 8;
/** "Bây giờ gọi ai hả cháu, con tôi đi làm hết rồi". */
const maxWordsWhom = 16;
/** In a talk about something else a scam takes more words than this, or words that the classifier knows from scams. */
const maxWordsInTalk = 10;
/** The topic of the answers about scams. */
export const scamTopic = 'online-safety';
/** A message that is this likely about another topic asks an ordinary question: a false alarm frightens. */
const surelyElse = 0.95;
/** A scam that is this likely to have an answer of its own gets that one. */
const hasOwnAnswer = 0.5;
/** Who most likely asks whether something is safe is warned of a likely scam. */
const asksIfSafe = 0.5;

/** The stages at which nothing is lost yet. */
const beforeHarm: ReadonlySet<ScamStage> = new Set(['about-to', 'going-on']);

const stageIntents: ReadonlySet<string> = new Set(Object.values(scamAnswers));

/** The mark for when the bot last told the resident what to do at a stage of a scam. */
export function scamMark(stage: ScamStage): `scam-${ScamStage}` {
  return `scam-${stage}`;
}

/**
 * The answer to a message that tells of a scam, by its stage. After such an answer a hint is enough: "chuyển 20 triệu
 * rồi". A text that names an answer of the content gets that answer.
 */
export function scamCall(u: Understanding, talk: Talk): ScamCall | undefined {
  const { scam: reading, folded } = u;
  if (u.name || u.home || u.correction || u.withdrawal) return undefined;
  const [recent] = toldStages(talk);
  // Who offers the bot a code is told no; nobody has asked for it yet.
  if (u.secretOffer && !recent) return undefined;
  // "Giờ nó đi rồi", after a threat with a knife.
  if (!recent && recentEmergencyCall(talk)) return undefined;
  const isHeard = recent || (reading?.level === 'sure' && !goesOnElsewhere(u, talk)) || isSafetyAsked(u);
  if (reading && isHeard && !isAboutElse(u)) {
    const told = toldStages(talk);
    // After the harm another warning not to do it helps nobody: "bấm link xong mất 28 triệu".
    const harm = beforeHarm.has(reading.stage) ? told.find((one) => !beforeHarm.has(one)) : undefined;
    if (harm) return scam.call('in-scam', 'again', { stage: harm });
    const { stage } = reading;
    if (reading.isDenied && told.length > 0) return scam.call('in-scam', 'undone', { stage });
    return scam.call('in-scam', told.includes(stage) ? 'again' : 'tell', { stage });
  }
  const words = folded.split(' ').length;
  const asks =
    (whatNow.test(folded) && words <= maxWords) || (asksWhomToCall(folded) && words <= maxWordsWhom);
  return recent && asks ? scam.call('in-scam', 'again', { stage: recent }) : undefined;
}

/** A few words in a talk about something else: "nó báo tài khoản chưa được đăng ký", of an app. */
function goesOnElsewhere({ candidates, folded }: Understanding, talk: Talk): boolean {
  if (!answeredLately(talk) || talk.state.topic === scamTopic) return false;
  const { probability = 0 } = rankTopics(candidates).find(({ topic }) => topic === scamTopic) ?? {};
  return folded.split(' ').length <= maxWordsInTalk && probability < asksIfSafe;
}

function isSafetyAsked({ need }: Understanding): boolean {
  return need.aspects.some(({ name, probability }) => name === 'safe' && probability >= asksIfSafe);
}

/** Another topic, or a kind of scam that has an answer of its own: "Facebook bị hack, nó vay tiền bạn bè". */
function isAboutElse(u: Understanding): boolean {
  const { candidates, scam: reading } = u;
  const [best] = rankTopics(candidates);
  const [likeliest] = candidates;
  const { topic = scamTopic, probability = 0 } = best ?? {};
  const isTopicSure = probability >= surelyElse && topic !== scamTopic && topic !== outOfScope;
  // "Có người gọi bảo cập nhật VNeID" is about the app by its words, a fee at "dichvucong-hn.vip" about the portal.
  const isSurelyScam = reading?.level === 'sure' && u.namesOtherAddress;
  if (isTopicSure && !isSurelyScam && !(reading && isSafetyAsked(u))) return true;
  return (
    likeliest !== undefined &&
    likeliest.probability >= hasOwnAnswer &&
    likeliest.topic === scamTopic &&
    !stageIntents.has(likeliest.intent)
  );
}

/** The stages that the resident was told about in this talk, the latest first, then the worst. */
function toldStages({ state, now }: Talk): ScamStage[] {
  const at = (stage: ScamStage) => state.lastAt[scamMark(stage)] ?? Number.NEGATIVE_INFINITY;
  return scamStages
    .filter((stage) => now - at(stage) < talkMs)
    .reverse()
    .sort((a, b) => at(b) - at(a));
}
