/** The endings under which pages are made that pretend to be an office's, and the usual ones. */
const host =
  /(?<![\w@.-])(?:[a-z0-9-]{1,63}\.){1,4}(?:vn|com|net|org|info|vip|top|xyz|online|site|cc|icu|link|shop|club|live|app|pro)(?![\w-])/gi;
const ofTheState = /(?:^|\.)gov\.vn$/i;

/** Whether a text names a web address that is not one of the state, as in "truy cập dichvucong-hn.vip". Pure. */
export function namesOtherAddress(text: string): boolean {
  return (text.match(host) ?? []).some((name) => !ofTheState.test(name));
}
