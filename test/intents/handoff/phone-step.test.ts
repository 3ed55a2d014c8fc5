import { createObjectDirectory } from '../../../src/content/objects/object-directory.ts';
import { handoff } from '../../../src/intents/flow/flow-shapes.ts';
import { indexFlows, listFlows } from '../../../src/intents/registry.ts';
import { officeContent, understandText } from '../../fakes/understand.ts';

const content = officeContent();
const objects = createObjectDirectory(content.directory);
const flow = indexFlows(listFlows({ ...content, objects, contactImageUrl: '' })).get('call-me');
const asked = handoff.call('call-me', 'phone', { ticket: 412 });

describe('the question for a phone number', () => {
  it('is answered by a number', () => {
    expect(flow?.accepts(asked, understandText('[số điện thoại] nhé', { secrets: ['phone'] }))).toBe(true);
  });

  it('is not answered by another secret: the bot would thank for a number that it has not got', () => {
    expect(flow?.accepts(asked, understandText('mã là [mã đã che]', { secrets: ['otp'] }))).toBe(false);
  });
});
