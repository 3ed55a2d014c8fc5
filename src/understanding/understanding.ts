import type { Language } from '../i18n.ts';
import type { SecretKind } from '../message.ts';
import type { Candidate } from '../nlu/classifier/classifier.ts';
import type { EmergencyReading } from '../nlu/emergency/emergency.ts';
import type { Entity } from '../nlu/entities/entity.ts';
import type { ShortAnswer } from '../nlu/phrases/answers/short-answer.ts';
import type { Address } from '../nlu/phrases/form-of-address.ts';
import type { StepCommand } from '../nlu/phrases/step-commands.ts';
import type { TicketQuestion } from '../nlu/phrases/tickets/ticket-question.ts';
import type { Withdrawal } from '../nlu/phrases/tickets/withdrawal.ts';
import type { ContentName } from './find-by-name.ts';
import type { ProcedureReading } from './parse-procedure.ts';
import type { HomeTold } from './places/home-told.ts';
import type { PlaceReading } from './places/parse-place.ts';

/** A message of a resident, as it is to be understood. */
export interface WrittenMessage {
  /** With marks in the place of secrets. */
  text: string;
  secrets: readonly SecretKind[];
  /** When it is read (epoch ms): what "mai" means, and which unit a place belongs to. */
  now: number;
}

/** What a message says when it is read as the answer to the question for a place. */
interface PlaceAnswer {
  reading: PlaceReading | undefined;
  /** The village it names, as typed. */
  village: string | undefined;
  /** Says of itself that it names a village: "thôn 3". */
  saysVillage: boolean;
  /** "Cái đó", "ở đấy": names nothing. */
  pointsAtNothing: boolean;
}

/**
 * All that one message says by itself, whatever was spoken of before; what it calls in a conversation is the business of
 * the flows. Pure; each field is computed when it is first read, once.
 */
export interface Understanding extends ShortAnswer {
  /** As written, with marks in the place of secrets. */
  readonly text: string;
  /** Without those marks. */
  readonly unmasked: string;
  readonly secrets: readonly SecretKind[];
  /** The language it is plainly written in. */
  readonly language: Language | undefined;
  /** The language that it asks for, and nothing else. */
  readonly languageWish: Language | undefined;

  readonly emergency: EmergencyReading;
  /** A cry for help rather than a question; only tells something after danger was spoken of. */
  readonly isCry: boolean;
  readonly isBereaved: boolean;
  /** It asks, with a verb and its object, to delete what this account keeps. */
  readonly wantsErasure: boolean;
  readonly isUrgent: boolean;

  /** How the resident calls themself, and so wants to be addressed. */
  readonly address: Address | undefined;
  /** They say in so many words how to call them. */
  readonly tellsAddress: boolean;

  readonly entities: readonly Entity[];
  readonly place: PlaceReading | undefined;
  readonly placeAnswer: PlaceAnswer;
  /** Where they say in passing that they live, in a message about something else. */
  readonly home: HomeTold | undefined;
  readonly procedures: ProcedureReading;
  /** The topic, question or button that all of the message is the name of. */
  readonly name: ContentName | undefined;
  /** It names what it is about: an app, a procedure. */
  readonly namesSubject: boolean;

  /** What it may want, the likeliest first. */
  readonly candidates: readonly Candidate[];
  /** Its questions, where it asks several. */
  readonly parts: readonly Understanding[];
  /** What was meant instead: of "không phải, ý tôi là …". */
  readonly correction: Understanding | undefined;

  readonly stepCommand: StepCommand | undefined;
  /** What it asks to be led through step by step, without those words. */
  readonly stepByStepOf: Understanding | undefined;

  readonly wantsPerson: boolean;
  readonly isQuestion: boolean;
  /** "Cho em hỏi với": only tells that a question will come. */
  readonly announcesQuestion: boolean;
  /** "?", "...". */
  readonly isNudge: boolean;
  /** Faces and signs, and nothing else. */
  readonly emoji: 'friendly' | 'unhappy' | undefined;
  /** Only says that something is handed over: "bà gửi cháu". */
  readonly handsOver: boolean;
  readonly isPhoneAlone: boolean;
  readonly withdrawal: Withdrawal | undefined;
  readonly ticketQuestion: TicketQuestion | undefined;
}

/** Understands a message. Pure: nothing is said, remembered or looked up outside the content. */
export type Understand = (message: WrittenMessage) => Understanding;
