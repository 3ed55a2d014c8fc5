/**
 * Messages that this page sent and that the platform has not returned yet, by user id. A failed message stays
 * until the resident sends it again or discards it.
 */
export function createOutbox(store) {
  const waiting = new Map();
  let lastNumber = 0;

  const listOf = (userId) => waiting.get(userId) ?? [];
  const setList = (userId, list) => {
    waiting.set(userId, list);
    store.emit('messages', userId);
  };
  const remove = (userId, letter) =>
    setList(
      userId,
      listOf(userId).filter((one) => one !== letter),
    );

  async function attempt(userId, letter) {
    letter.state = 'sending';
    store.emit('messages', userId);
    try {
      const { messageId } = await letter.send();
      letter.messageId = messageId;
      await removeIfArrived(userId, letter);
    } catch {
      letter.state = 'failed';
      store.emit('messages', userId);
    }
  }

  /** The stream usually brings the message before our call returns. */
  async function removeIfArrived(userId, letter) {
    if (!listOf(userId).includes(letter)) return;
    if (!store.online) await store.load(userId, true);
    const arrived = store.messagesOf(userId).some(({ id }) => id === letter.messageId);
    if (arrived) remove(userId, letter);
  }

  store.on('arrived', ({ userId, message }) => {
    if (message.from !== 'user') return;
    const letter = listOf(userId).find((one) => one.state === 'sending' && isOf(one, message));
    if (letter) remove(userId, letter);
  });

  return {
    listOf,
    /**
     * @param letter `{ text, kind, quotedMessageId, preview, send }`; `send` resolves to `{ messageId }` and
     * may be called again
     */
    post(userId, letter) {
      const posted = { ...letter, key: `waiting-${++lastNumber}`, at: store.now(), state: 'sending' };
      setList(userId, [...listOf(userId), posted]);
      return attempt(userId, posted);
    },
    resend: (userId, letter) => attempt(userId, letter),
    discard: remove,
  };
}

function isOf(letter, message) {
  if (letter.messageId) return letter.messageId === message.id;
  return letter.text === message.text && letter.kind === message.attachments[0]?.type;
}
