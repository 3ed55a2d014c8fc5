import type { ScamStage } from '../nlu/scam/scam.ts';

/** The intent that says what to do at each stage of a scam. */
export const scamAnswers: Readonly<Record<ScamStage, string>> = {
  'about-to': 'scam-do-not',
  'going-on': 'scam-going-on',
  installed: 'scam-installed-app',
  'gave-secret': 'scam-gave-otp',
  paid: 'scam-transferred-money',
  threatened: 'scam-threatened',
};
