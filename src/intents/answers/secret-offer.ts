import { menuButton, personButton } from '../buttons.ts';
import { createFlow, type Flow } from '../flow/flow.ts';
import { secretOffer } from '../flow/flow-shapes.ts';

const replies = {
  'secret-offer': 'secret_offer.secret',
  'login-offer': 'secret_offer.login',
  'papers-offer': 'secret_offer.papers',
} as const;

/**
 * The resident wants to hand over a code or a password, to have somebody log in for them, or to send a picture of their
 * papers: the first line refuses and says why, before anything is sent.
 * @param oa the name of the office
 */
export function createSecretOffer(oa: string): Flow {
  return createFlow(secretOffer, {
    name: 'secret-offer',
    topic: 'privacy',
    matches: (understanding) => {
      const offer = understanding.secretOffer;
      return offer && secretOffer.call(`${offer}-offer`);
    },
    handle(ctx, { intent }) {
      ctx.say(ctx.t(replies[intent], { oa }), {
        buttons: [personButton(ctx), menuButton(ctx)],
        outcome: 'warn',
      });
    },
  });
}
