import type { KnownObject } from '../content/objects/known-object.ts';
import { createObjectDirectory, type ObjectDirectory } from '../content/objects/object-directory.ts';
import type { TopicDirectory } from '../content/topic-directory.ts';
import type { Words } from '../i18n.ts';
import type { Candidate, Classifier } from '../nlu/classifier/classifier.ts';
import type { EmergencyReading } from '../nlu/emergency/emergency.ts';
import { noNeed } from '../nlu/needs/need.ts';
import { parseDone } from '../nlu/phrases/answers/done.ts';
import { thanksForDone } from '../nlu/phrases/answers/thanks-for-done.ts';
import { parseYesNo } from '../nlu/phrases/answers/yes-no.ts';
import { createComplainsOfService } from '../nlu/phrases/bad-service.ts';
import { readDoForMe } from '../nlu/phrases/do-for-me.ts';
import { saysFear } from '../nlu/phrases/fear.ts';
import { addressOfSpeaker, detectAddress, tellsAddress } from '../nlu/phrases/form-of-address.ts';
import { saysHandOver } from '../nlu/phrases/hands-over.ts';
import { asksSomething } from '../nlu/phrases/is-question.ts';
import { findLanguageWish } from '../nlu/phrases/language-wish.ts';
import { isNudge } from '../nlu/phrases/nudge.ts';
import { isPhoneAlone } from '../nlu/phrases/phone-alone.ts';
import { findStepCommand, withoutStepByStep } from '../nlu/phrases/step-commands.ts';
import { findRating } from '../nlu/phrases/tickets/rating.ts';
import { refusesCall } from '../nlu/phrases/tickets/refuses-call.ts';
import { saysMore } from '../nlu/phrases/tickets/says-more.ts';
import { saysStillNeeded } from '../nlu/phrases/tickets/still-needed.ts';
import { findTicketQuestion } from '../nlu/phrases/tickets/ticket-question.ts';
import { findWithdrawal } from '../nlu/phrases/tickets/withdrawal.ts';
import { saysUrgent } from '../nlu/phrases/urgency.ts';
import { asksForCall } from '../nlu/phrases/wants-call.ts';
import { asksForPerson } from '../nlu/phrases/wants-person.ts';
import { wantsErasure } from '../nlu/signals/erasure.ts';
import { createReadDeath } from '../nlu/signals/grief/read-death.ts';
import { createReadGrievance } from '../nlu/signals/grievance.ts';
import { namesOtherAddress } from '../nlu/signals/other-address.ts';
import { namesOfOtherApps } from '../nlu/signals/other-apps.ts';
import { findSecretOffer } from '../nlu/signals/secret-offer.ts';
import { findErasureStop } from '../nlu/signals/stops-erasure.ts';
import { languageOfText } from '../nlu/text/detect-language.ts';
import { readEmoji } from '../nlu/text/emoji.ts';
import { foldText } from '../nlu/text/fold-text.ts';
import { createNormaliser } from '../nlu/text/normalise.ts';
import { announcesQuestion } from '../nlu/text/politeness.ts';
import { correctedQuestion, splitQuestions } from '../nlu/text/split-questions.ts';
import { vietnameseDay } from '../team/areas/area-directory.ts';
import type { PlaceNames } from '../team/places/place-names.ts';
import { createFindByName } from './find-by-name.ts';
import { needForSpeaker, objectsForSpeaker } from './for-speaker.ts';
import { lazily } from './lazily.ts';
import { createOfficeEntities } from './office-entities.ts';
import { findHomeTold } from './places/home-told.ts';
import {
  pointsAtNothing,
  readPlaces,
  readVillageName,
  saysItIsVillage,
  withoutCorrection,
} from './places/parse-place.ts';
import { createObjectReader } from './read-object.ts';
import { splitClauses } from './split-clauses.ts';
import type { Understand, Understanding, WrittenMessage } from './understanding.ts';
import { aspectsByAnswer, weighByNeed } from './weigh-by-need.ts';

interface UnderstandParts {
  directory: TopicDirectory;
  classifier: Classifier;
  names: PlaceNames;
  words: Words;
}

const noEmergency: EmergencyReading = { level: 'none', kind: undefined, others: [], hasCue: false };
/** For each intent the object that it tells most of. */
function subjectsByIntent({ all, listByIntent }: ObjectDirectory): ReadonlyMap<string, string> {
  const intents = new Set(all.flatMap(intentsOf));
  return new Map([...intents].map((intent) => [intent, listByIntent(intent)[0]?.id ?? intent]));
}

/** The intents that tell of an object. */
const intentsOf = ({ intent, answers }: KnownObject) => [intent, ...Object.keys(answers)];
const isErasure = ({ intent }: Candidate) => intent === 'erase-data';
/** The placeholder that the webhook puts in place of a secret. */
const mask = /\[[^\]]*\]/g;

/** Understands messages with the content of an office and its trained classifier. */
export function createUnderstand({ directory, classifier, names, words }: UnderstandParts): Understand {
  const { local } = directory;
  const normalise = createNormaliser(local.brands);
  const readObjects = createObjectReader(directory.objectFiles, normalise);
  const readEntities = createOfficeEntities(directory, names);
  const findByName = createFindByName(directory, words);
  const otherApps = namesOfOtherApps(local.brands);
  const complainsOfService = createComplainsOfService(otherApps);
  const readDeath = createReadDeath((text) => classifier.weighSignal?.('grief', text));
  const readGrievance = createReadGrievance((text) => classifier.weighSignal?.('grievance', text));
  const objects = createObjectDirectory(directory);
  const subjectByIntent = subjectsByIntent(objects);
  const isAboutNoObject = (intent: string) =>
    directory.findIntent(intent) !== undefined && !subjectByIntent.has(intent);
  const toldByAnswer = aspectsByAnswer(directory.objectFiles.objects);
  const brands = new Set(local.brands.map(({ name }) => normalise(name)));

  const understand = (message: WrittenMessage): Understanding => {
    const { text, secrets, now } = message;
    const part = (other: string) => understand({ ...message, text: other });
    const places = (answering: boolean, written = text) =>
      readPlaces(written, names, { day: vietnameseDay(now), answering, province: local.office.province });
    const correctedPlace = () => {
      const rest = withoutCorrection(text);
      return rest === undefined ? undefined : places(true, rest);
    };
    const u: Understanding = lazily<Understanding>({
      text: () => text,
      unmasked: () => text.replace(mask, ' '),
      folded: () => foldText(text),
      secrets: () => secrets,
      language: () => languageOfText(text),
      languageWish: () => findLanguageWish(u.folded),
      emergency: () => classifier.detectEmergency?.(text) ?? noEmergency,
      scam: () => classifier.detectScam?.(text),
      namesOtherAddress: () => namesOtherAddress(text),
      thanksForDone: () => thanksForDone(text),
      isCry: () => saysFear(text),
      death: () => readDeath(text),
      isBereaved: () => u.death === 'death',
      grievance: () => readGrievance(text),
      wantsErasure: () =>
        wantsErasure(text, {
          otherApps,
          probability: () =>
            u.candidates.length > 0 ? (u.candidates.find(isErasure)?.probability ?? 0) : undefined,
        }),
      erasureStop: () => findErasureStop(text),
      secretOffer: () => findSecretOffer(text),
      isUrgent: () => saysUrgent(text),
      doForMe: () => readDoForMe(text),
      complainsOfService: () => complainsOfService(text),
      address: () =>
        (u.tellsAddress ? undefined : addressOfSpeaker(u.doForMe?.speaker ?? '')) ?? detectAddress(text),
      tellsAddress: () => tellsAddress(text),
      entities: () => readEntities(text, vietnameseDay(now)),
      place: () => places(false),
      placeAnswer: () =>
        lazily({
          reading: () => places(true) ?? correctedPlace(),
          village: () => readVillageName(text),
          saysVillage: () => saysItIsVillage(text),
          pointsAtNothing: () => pointsAtNothing(text),
        }),
      home: () => findHomeTold(u.place),
      objects: () => {
        const objects = readObjects(u.unmasked);
        return u.doForMe ? objectsForSpeaker(objects, u.doForMe) : objects;
      },
      name: () => findByName(text),
      namesSubject: () =>
        u.objects.named.length > 0 ||
        normalise(u.unmasked)
          .split(' ')
          .some((word) => brands.has(word)),
      need: () => {
        const need = classifier.readNeed?.(u.unmasked) ?? noNeed;
        return u.doForMe ? needForSpeaker(need, u.doForMe) : need;
      },
      candidates: () => {
        const about = new Set(
          u.objects.named
            .flat()
            .flatMap((id) => objects.find(id) ?? [])
            .flatMap(intentsOf),
        );
        return weighByNeed(classifier.classify(u.unmasked), {
          need: u.need,
          told: toldByAnswer,
          names: u.objects.named.length,
          // A name says nothing for or against an answer that is about no object, such as one about a scam.
          isNamed: (intent) => about.has(intent) || isAboutNoObject(intent),
          subjectOf: (intent) => subjectByIntent.get(intent) ?? intent,
        });
      },
      parts: () => {
        const pieces = splitQuestions(text);
        return pieces.length > 1 ? pieces.map(part) : [];
      },
      clauses: () => {
        const clauses = splitClauses(u.unmasked);
        return clauses.length > 1 ? clauses.map(part).filter(({ isQuestion }) => isQuestion) : [];
      },
      correction: () => {
        const meant = correctedQuestion(text);
        return meant === undefined ? undefined : part(meant);
      },
      after: () => (earlier) => part(`${earlier}. ${text}`),
      yesNo: () => parseYesNo(u.folded),
      done: () => parseDone(u.folded),
      stepCommand: () => findStepCommand(text),
      stepByStepOf: () => {
        const rest = withoutStepByStep(text);
        return rest ? part(rest) : undefined;
      },
      wantsCall: () => asksForCall(text),
      wantsPerson: () => asksForPerson(text),
      isQuestion: () => asksSomething(text),
      announcesQuestion: () => announcesQuestion(u.folded),
      isNudge: () => isNudge(text),
      emoji: () => readEmoji(text),
      handsOver: () => saysHandOver(u.folded),
      isPhoneAlone: () => isPhoneAlone(foldText(u.unmasked), secrets),
      withdrawal: () => findWithdrawal(text),
      isStillNeeded: () => saysStillNeeded(text),
      saysMore: () => saysMore(text),
      refusesCall: () => refusesCall(text),
      rating: () => findRating(u.folded),
      ticketQuestion: () => findTicketQuestion(u.folded),
    });
    return u;
  };
  return understand;
}
