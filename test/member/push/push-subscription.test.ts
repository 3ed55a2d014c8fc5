import { isPushService } from '../../../src/member/push/push-subscription.ts';

describe('an address that a browser takes messages at', () => {
  it.each([
    'https://fcm.googleapis.com/fcm/send/abc:def',
    'https://updates.push.services.mozilla.com/wpush/v2/abc',
    'https://web.push.apple.com/QABC',
    'https://wns2-par02p.notify.windows.com/w/?token=abc',
  ])('is of a push service: %s', (endpoint) => {
    expect(isPushService(endpoint)).toBe(true);
  });

  it.each([
    'http://fcm.googleapis.com/fcm/send/abc',
    'https://fcm.googleapis.com:8443/fcm/send/abc',
    'https://fcm.googleapis.com.intranet.example/abc',
    'https://intranet.example/fcm.googleapis.com',
    'https://notpush.apple.com/abc',
    'https://fcm.googleapis.com@127.0.0.1/abc',
    'https://127.0.0.1/abc',
  ])('is of none, and nothing is sent there: %s', (endpoint) => {
    expect(isPushService(endpoint)).toBe(false);
  });
});
