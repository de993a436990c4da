// Asks the browser for a passkey where a form wants one, and sends the answer with the form. Nothing else is done here.
'use strict';

(() => {
  const bytes = (text) => Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (sign) => sign.charCodeAt(0));
  const text = (buffer) => {
    const signs = Array.from(new Uint8Array(buffer), (byte) => String.fromCharCode(byte)).join('');
    return btoa(signs).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
  };
  const known = (list) => (list ?? []).map((one) => ({ ...one, id: bytes(one.id) }));

  /** The options as the browser takes them: what is bytes comes as base64url. */
  const taken = (options) => ({
    ...options,
    challenge: bytes(options.challenge),
    ...(options.user && { user: { ...options.user, id: bytes(options.user.id) } }),
    ...(options.excludeCredentials && { excludeCredentials: known(options.excludeCredentials) }),
    ...(options.allowCredentials && { allowCredentials: known(options.allowCredentials) }),
  });

  /** The answer as the server takes it: what is bytes goes as base64url. */
  const given = ({ id, rawId, type, response }) => {
    const said = {};
    for (const name of ['clientDataJSON', 'attestationObject', 'authenticatorData', 'signature', 'userHandle']) {
      if (response[name]) said[name] = text(response[name]);
    }
    if (response.getTransports) said.transports = response.getTransports();
    return JSON.stringify({ id, rawId: text(rawId), type, clientExtensionResults: {}, response: said });
  };

  /** The answer to what a form wants; throws the name of the words that say why there is none. */
  const ask = async (form) => {
    if (!window.PublicKeyCredential) throw 'none';
    const begun = await fetch(form.dataset.begin, { method: 'POST' }).catch(() => { throw 'unreached'; });
    if (!begun.ok) throw { 403: 'over', 409: 'changed' }[begun.status] ?? 'unreached';
    const publicKey = taken(await begun.json());
    try {
      return given(await navigator.credentials[form.dataset.passkey]({ publicKey }));
    } catch (error) {
      throw error.name === 'InvalidStateError' ? 'already' : 'refused';
    }
  };

  for (const form of document.querySelectorAll('form[data-passkey]')) {
    const button = form.querySelector('button');
    const alert = form.querySelector('[role=alert]');
    const say = (why) => {
      for (const words of alert.children) words.hidden = words.dataset.why !== why;
      alert.hidden = !why;
    };
    form.addEventListener('submit', async (event) => {
      event.preventDefault();
      say('');
      button.disabled = true;
      try {
        form.elements._answer.value = await ask(form);
        form.submit();
      } catch (why) {
        say(typeof why === 'string' ? why : 'unreached');
        button.disabled = false;
        button.focus();
      }
    });
    // A page that the browser brings back as it was left.
    window.addEventListener('pageshow', () => { button.disabled = false; });
  }
})();
