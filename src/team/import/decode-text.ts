interface DecodedText {
  text: string;
  /** Bytes do not tell their encoding for sure; Windows-1258 is what old Vietnamese spreadsheets write. */
  isGuessed: boolean;
}

/** Letters of Vietnamese, ASCII, and the marks that office programs put in. Text of another old encoding has others. */
const vietnameseOnly =
  /^[\t\r\n -~\u00a0\uFEFF‘’“”–—…·°₫€àáâãèéêìíòóôõùúýăđĩũơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]*$/iu;

/**
 * Reads the bytes of a text file as spreadsheets save it: UTF-8, UTF-16 ("Unicode text") or Windows-1258.
 * @returns undefined for any other encoding
 */
export function decodeText(bytes: Uint8Array): DecodedText | undefined {
  const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  const unicode = tryDecode(bytes, isUtf16 ? 'utf-16le' : 'utf-8');
  if (unicode !== undefined) return { text: unicode, isGuessed: false };
  const text = tryDecode(bytes, 'windows-1258')?.normalize('NFC');
  return text !== undefined && vietnameseOnly.test(text) ? { text, isGuessed: true } : undefined;
}

function tryDecode(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
