import type { Language } from '../i18n.ts';
import type { SecretKind } from '../message.ts';
import type { Candidate } from '../nlu/classifier/classifier.ts';
import type { EmergencyReading } from '../nlu/emergency/emergency.ts';
import type { Entity } from '../nlu/entities/entity.ts';
import type { NeedReading } from '../nlu/needs/need.ts';
import type { ShortAnswer } from '../nlu/phrases/answers/short-answer.ts';
import type { DoForMe } from '../nlu/phrases/do-for-me.ts';
import type { Address } from '../nlu/phrases/form-of-address.ts';
import type { StepCommand } from '../nlu/phrases/step-commands.ts';
import type { Rating } from '../nlu/phrases/tickets/rating.ts';
import type { TicketQuestion } from '../nlu/phrases/tickets/ticket-question.ts';
import type { Withdrawal } from '../nlu/phrases/tickets/withdrawal.ts';
import type { ScamReading } from '../nlu/scam/scam.ts';
import type { Death } from '../nlu/signals/grief/read-death.ts';
import type { Grievance } from '../nlu/signals/grievance.ts';
import type { SecretOffer } from '../nlu/signals/secret-offer.ts';
import type { ErasureStop } from '../nlu/signals/stops-erasure.ts';
import type { ContentName } from './find-by-name.ts';
import type { HomeTold } from './places/home-told.ts';
import type { PlaceReading } from './places/parse-place.ts';
import type { ObjectReading } from './read-object.ts';

/** A resident's message, as input of `Understand`. */
export interface WrittenMessage {
  /** With placeholders for secrets. */
  text: string;
  secrets: readonly SecretKind[];
  /** When the message is read (epoch ms). It decides which day "mai" is, and which unit a place belongs to. */
  now: number;
}

/** What a message means as the answer to the question for a place. */
interface PlaceAnswer {
  reading: PlaceReading | undefined;
  /** The village in the text, as typed. */
  village: string | undefined;
  /** The text itself says that it names a village: "thôn 3". */
  saysVillage: boolean;
  /** "Cái đó", "ở đấy": names nothing. */
  pointsAtNothing: boolean;
}

/**
 * What one message means on its own, without the conversation; flows decide which call it makes. Pure; each field is
 * computed once, on first read.
 */
export interface Understanding extends ShortAnswer {
  /** As written, with placeholders for secrets. */
  readonly text: string;
  /** Without those placeholders. */
  readonly unmasked: string;
  readonly secrets: readonly SecretKind[];
  /** The language that the text is clearly written in. */
  readonly language: Language | undefined;
  /** The language that the text asks for, and nothing else. */
  readonly languageWish: Language | undefined;

  readonly emergency: EmergencyReading;
  /** At which stage of a scam the resident is; undefined if the message tells of none. */
  readonly scam: ScamReading | undefined;
  /** Names a web address that is not one of the state. */
  readonly namesOtherAddress: boolean;
  /** Only thanks, and says that it works now. */
  readonly thanksForDone: boolean;
  /** A cry for help rather than a question; it has a meaning only after the resident spoke of danger. */
  readonly isCry: boolean;
  /** Somebody close to the resident has died. */
  readonly death: Death | undefined;
  /** They died lately: the bot begins with its sympathy. */
  readonly isBereaved: boolean;
  /** A complaint about a person: an official, a volunteer, somebody who threatens the resident. */
  readonly grievance: Grievance | undefined;
  /** It asks, with a verb and its object, to delete what this account keeps. */
  readonly wantsErasure: boolean;
  /** It tells this account not to delete; read only while an erasure waits. */
  readonly erasureStop: ErasureStop | undefined;
  /** What it offers to hand over that nobody may ask for. */
  readonly secretOffer: SecretOffer | undefined;
  readonly isUrgent: boolean;
  /** What it wants the bot to do in the resident's place. */
  readonly doForMe: DoForMe | undefined;
  /** It complains of how an office or its app dealt with the resident. */
  readonly complainsOfService: boolean;

  /** The form of address that the resident's word for themself implies. */
  readonly address: Address | undefined;
  /** The resident says explicitly how to address them. */
  readonly tellsAddress: boolean;

  readonly entities: readonly Entity[];
  readonly place: PlaceReading | undefined;
  readonly placeAnswer: PlaceAnswer;
  /** The home that the resident mentions in a message about something else. */
  readonly home: HomeTold | undefined;
  readonly objects: ObjectReading;
  /** The topic, question or button that the whole message names. */
  readonly name: ContentName | undefined;
  /** The text names its subject: an app, a procedure. */
  readonly namesSubject: boolean;

  /** What it asks of its object. */
  readonly need: NeedReading;
  /** The intents it may have, the likeliest first. */
  readonly candidates: readonly Candidate[];
  /** Its questions, when it asks several. */
  readonly parts: readonly Understanding[];
  /** Its clauses that ask something; "nộp ở đâu, mất tiền không" asks two things in one question. */
  readonly clauses: readonly Understanding[];
  /** The corrected question: the rest of "không phải, ý tôi là …". */
  readonly correction: Understanding | undefined;
  /** The understanding of what the resident wrote before and of this text, read as one. */
  readonly after: (earlier: string) => Understanding;

  readonly stepCommand: StepCommand | undefined;
  /** What the text wants step by step, without those words. */
  readonly stepByStepOf: Understanding | undefined;

  readonly wantsPerson: boolean;
  readonly wantsCall: boolean;
  readonly isQuestion: boolean;
  /** "Cho em hỏi với": only announces a question. */
  readonly announcesQuestion: boolean;
  /** "?", "...". */
  readonly isNudge: boolean;
  /** Emoji and signs, and nothing else. */
  readonly emoji: 'friendly' | 'unhappy' | undefined;
  /** Only says that the resident sends something: "bà gửi cháu". */
  readonly handsOver: boolean;
  readonly isPhoneAlone: boolean;
  readonly withdrawal: Withdrawal | undefined;
  /** The resident wants a ticket after all that they have called off. */
  readonly isStillNeeded: boolean;
  /** It announces that it adds to what was said before. */
  readonly saysMore: boolean;
  /** The resident wants no call, or gives no number. */
  readonly refusesCall: boolean;
  readonly rating: Rating | undefined;
  readonly ticketQuestion: TicketQuestion | undefined;
}

/** Understands a message. Pure: it writes nothing and looks up nothing outside the content. */
export type Understand = (message: WrittenMessage) => Understanding;
