/**
 * Registers the service worker, and on the page of the account switches notices in this browser on and off. The server
 * is told by ordinary forms.
 */
const base = new URL('..', import.meta.url).pathname.slice(0, -1);
const on = document.getElementById('push-on');
const off = document.getElementById('push-off');
const worker = navigator.serviceWorker?.register(`${base}/worker.js`, { scope: base });
worker?.catch(() => undefined);

if (on && worker && 'PushManager' in window) {
  document.getElementById('push-cannot').hidden = true;
  on.hidden = false;
  on.addEventListener('submit', async (event) => {
    event.preventDefault();
    try {
      on.elements.subscription.value = JSON.stringify(await subscribe(on.dataset.key));
      on.submit();
    } catch {
      document.getElementById('push-failed').hidden = false;
    }
  });
}

off?.addEventListener('submit', async (event) => {
  event.preventDefault();
  await forget().catch(() => undefined);
  off.submit();
});

async function subscribe(key) {
  if ((await Notification.requestPermission()) !== 'granted') throw new Error('not allowed');
  // A subscription to a key that this server no longer has would stand in the way.
  await forget();
  const { pushManager } = await navigator.serviceWorker.ready;
  return pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: toBytes(key) });
}

/** @param key base64url */
function toBytes(key) {
  const binary = atob(key.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}

/** The browser gives up its subscription. */
async function forget() {
  const { pushManager } = await navigator.serviceWorker.ready;
  await (await pushManager.getSubscription())?.unsubscribe();
}
