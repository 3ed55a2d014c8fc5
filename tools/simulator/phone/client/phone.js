import { createAnnouncer } from './announce.js';
import { call } from './api.js';
import { createChatScreen } from './chat-screen.js';
import { el } from './dom.js';
import { createInboxScreen } from './inbox-screen.js';
import { remember } from './memory.js';
import { createOutbox } from './outbox.js';
import { holderOf } from './people.js';
import { addForm, openPeopleSheet } from './people-sheet.js';
import { openProfileSheet } from './profile-sheet.js';
import { firstChat } from './route.js';
import { createStatusBar } from './status-bar.js';
import { t } from './words.js';

/** The phone itself: decides which screen shows and for which person. */
export function mountPhone(phone, { store, route }) {
  const outbox = createOutbox(store);
  phone.replaceChildren(...createStatusBar(store));
  const announcer = createAnnouncer(phone);
  const parts = { phone, store, route, outbox, announcer };
  let current;
  let shown;

  /** Redraws only when the screen changes. */
  function show() {
    const holder = holderOf(store.state, route.userId);
    const isChat = store.findUser(route.userId) !== undefined;
    const oas = store.state.oas.map(({ name, menu }) => [name, menu]);
    const next = JSON.stringify([holder?.personId, isChat ? route.userId : 'inbox', oas]);
    if (next === shown) return;
    shown = next;
    current?.stop?.();
    current?.element.remove();
    current = buildScreen({ ...parts, holder, isChat, show });
    phone.append(current.element);
    void current.start?.();
  }

  store.on('state', show);
  route.on(show);
  if (!route.userId && firstChat(store.state)) route.begin(firstChat(store.state));
  show();
}

function buildScreen(parts) {
  const { route, holder, isChat } = parts;
  if (!holder) return welcomeScreen(parts);
  remember('person', holder.personId);
  return isChat
    ? createChatScreen({ ...parts, userId: route.userId, onBack: route.close })
    : inboxScreen(parts);
}

function inboxScreen({ phone, store, route, holder, show }) {
  for (const { userId } of holder.users) void store.load(userId);
  const choose = (person) => {
    remember('person', person.personId);
    if (person.users.length === 1) return route.open(person.users[0].userId);
    route.close();
    show();
  };
  const openPeople = () =>
    openPeopleSheet({ phone, store, current: holder.personId, onChoose: choose, onAdded: route.open });
  /** Adds an account at another OA for the same person, so that both offices could know them. */
  const writeTo = async ({ oaId }) => {
    const given = { name: holder.name, oaId, sameAs: holder.users[0].userId };
    const { userId } = await call('POST', 'sim/users', given);
    await store.refresh();
    route.open(userId);
  };
  const openStranger = (oa) => openProfileSheet({ phone, store, oa, onMessage: () => writeTo(oa) });
  const handlers = { openChat: route.open, openStranger, openPeople };
  const screen = createInboxScreen({ store, person: holder, handlers });
  const stops = [store.on('state', screen.draw), store.on('messages', screen.draw)];
  const stop = () => {
    for (const end of stops) end();
  };
  return { ...screen, stop };
}

/** Shown while no account exists. */
function welcomeScreen({ store, route }) {
  const words = [el('h2', {}, t('page.title')), el('p', {}, t('people.welcome'))];
  return { element: el('div', { class: 'screen welcome' }, words, addForm(store, route.open)) };
}
