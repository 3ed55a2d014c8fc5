/**
 * Converts a phone number in any notation (`0900 000 002`, `+84.900.000.002`, a number) to Zalo's form `84…`.
 * @returns undefined when it is not a Vietnamese subscriber number
 */
export function toVietnamesePhone(written: string | number): string | undefined {
  const digits = String(written).replace(/\D/g, '');
  const national = digits.replace(/^(?:00)?84/, '').replace(/^0/, '');
  return /^[2-9]\d{8,9}$/.test(national) ? `84${national}` : undefined;
}
