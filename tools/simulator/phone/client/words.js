/** The texts that came with the page; see locales/vi/simulator.yaml. */
const words = JSON.parse(document.getElementById('words').textContent);

/** @returns the value at a dotted key: a text, a list or a group */
export function wordsAt(key) {
  const found = key.split('.').reduce((group, part) => group?.[part], words);
  if (found === undefined) throw new Error(`no words for ${key}`);
  return found;
}

/** The text at a dotted key, with its {{values}} filled in. */
export function t(key, values = {}) {
  return String(wordsAt(key)).replace(/\{\{(\w+)\}\}/g, (_all, name) => String(values[name] ?? ''));
}
