import { call } from '../api.js';
import { el, icon } from '../dom.js';
import { fullDate, secondsOf } from '../phone-time.js';
import { themeButton } from '../theme.js';
import { t } from '../words.js';
import { createClockForm } from './clock-form.js';
import { createFaultForm } from './fault-form.js';
import { createLogView } from './log-view.js';
import { createPersonForm } from './person-form.js';
import { createSwitchForms } from './switch-forms.js';
import { createTabs } from './tabs.js';
import { createWindowView } from './window-view.js';

/** Beside the phone on wide screens: what the platform does, and every control over it. */
export function mountPanel(panel, { store, route }) {
  const clock = el('time', { class: 'panel-clock' });
  const webhook = el('div', { class: 'webhook-state' });
  const notice = el('p', { class: 'panel-notice', role: 'status' });
  const notify = (text) => {
    notice.textContent = text;
  };
  const parts = { store, route, notify };
  const windowView = createWindowView(parts);
  const tabs = createTabs([
    { id: 'log', title: t('panel.tabs.log'), content: createLogView(parts) },
    { id: 'person', title: t('panel.tabs.person'), content: createPersonForm(parts) },
    {
      id: 'faults',
      title: t('panel.tabs.faults'),
      content: el('div', { class: 'forms' }, createFaultForm(parts), createClockForm(parts)),
    },
    { id: 'switches', title: t('panel.tabs.switches'), content: createSwitchForms(parts) },
  ]);
  panel.replaceChildren(
    el(
      'header',
      { class: 'panel-top' },
      el(
        'div',
        {},
        el('h2', { id: 'panel-title' }, t('panel.title')),
        el('p', { class: 'hint' }, t('panel.subtitle')),
      ),
      el('div', { class: 'panel-now' }, el('span', { class: 'hint' }, t('panel.clock')), clock),
      themeButton(),
    ),
    el('div', { class: 'panel-state' }, webhook, windowView),
    tabs,
    notice,
  );

  const tick = () => {
    const now = store.now();
    clock.textContent = `${secondsOf(now)} · ${fullDate(now)}`;
    clock.setAttribute('datetime', new Date(now).toISOString());
  };
  const drawWebhook = () => webhook.replaceChildren(...webhookState(store));
  store.on('state', () => {
    tick();
    drawWebhook();
  });
  store.on('log', drawWebhook);
  setInterval(tick, 1_000);
  tick();
  drawWebhook();
}

function webhookState({ state: { webhook } }) {
  const { enabled, url, queued, inFlight, retrying } = webhook;
  return [
    el(
      'span',
      { class: `chip ${enabled ? 'good' : 'bad'}` },
      icon(enabled ? 'check' : 'alert'),
      t(enabled ? 'panel.webhook.on' : 'panel.webhook.off'),
    ),
    !enabled &&
      el(
        'button',
        {
          type: 'button',
          class: 'small-button',
          onClick: () => void call('POST', 'sim/webhook', { enabled: true }),
        },
        t('panel.webhook.enable'),
      ),
    el('code', { class: 'webhook-url' }, url),
    el('span', { class: 'hint' }, t('panel.webhook.waiting', { queued, inFlight, retrying })),
  ].filter(Boolean);
}
