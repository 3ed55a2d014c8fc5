/** A value that the browser stored on an earlier visit; undefined where storage is off. */
export function recall(key) {
  try {
    return localStorage.getItem(key) ?? undefined;
  } catch {
    return undefined;
  }
}

export function remember(key, value) {
  try {
    localStorage.setItem(key, String(value));
  } catch {
    // The phone also works without storage.
  }
}
