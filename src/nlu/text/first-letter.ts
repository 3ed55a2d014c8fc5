/** "bác" at the head of a sentence: "Bác". */
export function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** "Xã Thử" within a sentence: "xã Thử". */
export function inSentence(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}
