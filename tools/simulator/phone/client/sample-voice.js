const sampleRate = 8_000;

/** A voice note of `seconds`: a hum that rises and falls like speech. */
export function sampleVoice(seconds) {
  const samples = Math.round(seconds * sampleRate);
  const bytes = new Uint8Array(44 + samples);
  writeWaveHeader(new DataView(bytes.buffer), samples);
  for (let index = 0; index < samples; index++) {
    const at = index / sampleRate;
    const pitch = 150 + 35 * Math.sin(at * 2.1) + 20 * Math.sin(at * 5.3);
    const syllable = Math.max(0, Math.sin(at * 9)) * (Math.sin(at * 1.3) > -0.7 ? 1 : 0);
    const wave = Math.sin(2 * Math.PI * pitch * at) + 0.5 * Math.sin(4 * Math.PI * pitch * at);
    bytes[44 + index] = 128 + Math.round(46 * syllable * wave);
  }
  return new Blob([bytes], { type: 'audio/wav' });
}

/** Mono, 8 bits a sample. */
function writeWaveHeader(view, samples) {
  const text = (offset, letters) => {
    for (const [index, letter] of [...letters].entries()) view.setUint8(offset + index, letter.charCodeAt(0));
  };
  text(0, 'RIFF');
  view.setUint32(4, 36 + samples, true);
  text(8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, sampleRate, true);
  view.setUint32(28, sampleRate, true);
  view.setUint16(32, 1, true);
  view.setUint16(34, 8, true);
  text(36, 'data');
  view.setUint32(40, samples, true);
}
