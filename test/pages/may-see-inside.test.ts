import { maySeeInside } from '../../src/pages/may-see-inside.ts';

const token = 'a-token-of-the-office';
const from = (remoteAddress: string, headers: Record<string, string> = {}) => ({
  headers: { host: 'localhost:3000', ...headers },
  socket: { remoteAddress },
});
const closed = { token: undefined, publicUrl: undefined };

test.each(['127.0.0.1', '::1', '::ffff:127.0.0.1'])('%s may without a token', (address) => {
  expect(maySeeInside(from(address), closed)).toBe(true);
});

test.each(['10.0.0.7', '203.0.113.9', ''])('%s may not without a token', (address) => {
  expect(maySeeInside(from(address), closed)).toBe(false);
});

test.each([
  'x-forwarded-for',
  'x-forwarded-proto',
  'forwarded',
  'x-real-ip',
  'cf-connecting-ip',
  'true-client-ip',
  'via',
])('a proxy on this machine that sends %s is no program of this machine', (name) => {
  expect(maySeeInside(from('127.0.0.1', { [name]: '203.0.113.9' }), closed)).toBe(false);
});

test('a proxy that says nothing of itself gets nothing once there is a public address', () => {
  const publicUrl = 'https://bot.example.vn';
  expect(maySeeInside(from('127.0.0.1'), { ...closed, publicUrl })).toBe(false);
  expect(maySeeInside(from('127.0.0.1', { host: 'bot.example.vn' }), closed)).toBe(false);
  expect(maySeeInside(from('127.0.0.1'), { ...closed, publicUrl: 'http://localhost:3000' })).toBe(true);
});

test('with a token only who sends it may, from anywhere', () => {
  const open = { token, publicUrl: 'https://bot.example.vn' };
  expect(maySeeInside(from('203.0.113.9', { authorization: `Bearer ${token}` }), open)).toBe(true);
  expect(maySeeInside(from('127.0.0.1', { authorization: 'Bearer another' }), open)).toBe(false);
  expect(maySeeInside(from('127.0.0.1'), open)).toBe(false);
});
