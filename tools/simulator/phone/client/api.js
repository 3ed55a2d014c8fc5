/** Calls the simulator and reads its JSON. @throws Error with the reason when it refuses */
export async function call(method, path, body) {
  const response = await fetch(path, {
    method,
    ...(body === undefined
      ? {}
      : { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }),
  });
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) throw new Error(answer.error ?? `HTTP ${response.status}`);
  return answer;
}

/** Stores a file on the platform. @returns `{ id, url }` */
export async function upload(blob, name) {
  const response = await fetch(`sim/media?name=${encodeURIComponent(name)}`, {
    method: 'POST',
    headers: { 'Content-Type': blob.type || 'application/octet-stream' },
    body: blob,
  });
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  return response.json();
}

/** The page fetches the platform's files from its own origin, whatever host name that has. */
export function sameOrigin(url) {
  const media = /\/(sim\/media\/[0-9a-f]+)$/.exec(url);
  return media ? media[1] : url;
}

/** @returns the address if it is http or https, undefined otherwise */
export function webAddress(given) {
  try {
    const url = new URL(given);
    return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : undefined;
  } catch {
    return undefined;
  }
}
