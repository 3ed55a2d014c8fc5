import { createAnnouncer } from './announce.js';
import { call } from './api.js';
import { createChatScreen } from './chat-screen.js';
import { el, icon } from './dom.js';
import { createInboxScreen } from './inbox-screen.js';
import { recall, remember } from './memory.js';
import { createOutbox } from './outbox.js';
import { addForm, listPeople, openPeopleSheet } from './people-sheet.js';
import { timeOf } from './phone-time.js';
import { openProfileSheet } from './profile-sheet.js';
import { firstChat } from './route.js';
import { t } from './words.js';

/** The phone itself: decides which screen shows and who holds it. */
export function mountPhone(phone, { store, route }) {
  const outbox = createOutbox(store);
  const time = el('span', { class: 'status-time' });
  const status = el(
    'div',
    { class: 'status-bar', 'aria-hidden': 'true' },
    time,
    el('span', { class: 'status-icons' }, el('i'), el('i'), el('i')),
  );
  const offline = el(
    'p',
    { class: 'offline', role: 'status', hidden: true },
    icon('alert'),
    t('page.offline'),
  );
  phone.replaceChildren(status, offline);
  const announcer = createAnnouncer(phone);
  let current;
  let shown = '';

  const person = () => {
    const people = listPeople(store.state);
    const ofChat =
      route.userId && people.find(({ users }) => users.some(({ userId }) => userId === route.userId));
    return ofChat || people.find(({ personId }) => personId === recall('person')) || people[0];
  };

  function openPeople() {
    openPeopleSheet({ phone, store, current: person()?.personId, onChoose: choose, onAdded: route.open });
  }

  function choose(chosen) {
    remember('person', chosen.personId);
    if (chosen.users.length === 1) route.open(chosen.users[0].userId);
    else {
      route.close();
      show();
    }
  }

  /** An account at another OA: the same person, so that both offices could know it. */
  function openStranger(oa) {
    const holder = person();
    const onMessage = async () => {
      const { userId } = await call('POST', 'sim/users', {
        name: holder.name,
        oaId: oa.oaId,
        sameAs: holder.users[0].userId,
      });
      await store.refresh();
      route.open(userId);
    };
    openProfileSheet({ phone, store, oa, onMessage });
  }

  function build() {
    const holder = person();
    if (!holder) return welcome();
    remember('person', holder.personId);
    if (route.userId && store.findUser(route.userId)) return chat();
    for (const { userId } of holder.users) void store.load(userId);
    return inbox(holder);
  }

  function chat() {
    return createChatScreen({ phone, store, outbox, announcer, userId: route.userId, onBack: route.close });
  }

  function inbox(holder) {
    const screen = createInboxScreen({
      store,
      person: holder,
      handlers: { openChat: route.open, openStranger, openPeople },
    });
    const stops = [store.on('state', screen.draw), store.on('messages', screen.draw)];
    const stop = () => {
      for (const end of stops) end();
    };
    return { ...screen, stop };
  }

  function welcome() {
    const form = addForm(store, route.open);
    const element = el(
      'div',
      { class: 'screen welcome' },
      el('h2', {}, t('page.title')),
      el('p', {}, t('people.welcome')),
      form,
    );
    return { element };
  }

  /** Draws another screen only when it is another one. */
  function show() {
    const next = [
      person()?.personId,
      store.findUser(route.userId) ? route.userId : 'inbox',
      store.state.oas.map(({ name, menu }) => name + JSON.stringify(menu)),
    ].join();
    if (next === shown) return;
    shown = next;
    current?.stop?.();
    current?.element.remove();
    current = build();
    offline.after(current.element);
    void current.start?.();
  }

  const tick = () => {
    time.textContent = timeOf(store.now());
  };
  store.on('state', () => {
    tick();
    show();
  });
  store.on('online', (online) => {
    offline.hidden = online;
  });
  route.on(show);
  setInterval(tick, 5_000);
  if (!route.userId && firstChat(store.state)) route.begin(firstChat(store.state));
  tick();
  show();
}
