/** Makes and uses passkeys; stands behind the library in the same file. The server is told by ordinary forms. */
const { browserSupportsWebAuthn, startAuthentication, startRegistration } = globalThis.SimpleWebAuthnBrowser;
const ask = {
  create: (optionsJSON) => startRegistration({ optionsJSON }),
  get: (optionsJSON) => startAuthentication({ optionsJSON }),
};

if (browserSupportsWebAuthn()) {
  for (const form of document.querySelectorAll('form[data-passkey]')) {
    form.hidden = false;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void send(form);
    });
  }
}

async function send(form) {
  const failed = form.querySelector('[role=alert]');
  failed.hidden = true;
  try {
    const answer = await fetch(`${form.getAttribute('action')}/options`, {
      method: 'POST',
      body: new FormData(form),
    });
    if (!answer.ok) throw new Error(`options: ${answer.status}`);
    form.elements.answer.value = JSON.stringify(await ask[form.dataset.passkey](await answer.json()));
    form.submit();
  } catch {
    failed.hidden = false;
  }
}
