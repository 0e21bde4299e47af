// The end user's side. The page plays the support application: its device id is drawn once per browser, and leaving the page is quitting the application.

import { client, newId, Refused } from './api.js';
import { now, remaining, synchronise, tick } from './clock.js';
import { h, render } from './dom.js';
import { preferred, setLanguage, t } from './i18n.js';
import { follow } from './live.js';
import { announce, clearError, countdown, dismissTips, guarded, languageSwitch, showError } from './ui.js';

const kept = sessionStorage;      // the ticket lives as long as this tab, so that loading the page again goes on where it was
const api = client(() => kept.getItem('ticket') ? `SupportSession ${kept.getItem('ticket')}` : null);
const deviceId = localStorage.getItem('device') ?? newId();
localStorage.setItem('device', deviceId);

let session = null;
let names = {};
let over = null;                  // why there is nothing more to do: expired, closed or invalid; with the text
let wrong = null;                 // what the last PIN was answered with
let feed = null;
let feedState = 'waiting';

const launched = () => kept.getItem('launched') === '1';
const nameOf = id => names[id] ?? id;

async function enter(entry) {
  const entered = await api.post('/end-user/enter', entry);
  kept.setItem('ticket', entered.ticket);
  kept.removeItem('launched');
  over = null;
  await show(entered.session);
  listen();
}

async function show(next) {
  if (session && session.id === next.id && next.version < session.version) {
    return;
  }

  const before = session;
  const unknown = [next.technician, next.requestedBy, ...next.connected].filter(id => id && !(id in names));
  if (unknown.length) {
    Object.assign(names, await api.get(`/console/end-user/${next.id}/names`));
  }

  session = next;
  over = next.status === 'expired' && next.connected.length === 0 ? { kind: 'expired' } : next.status === 'closed' ? { kind: 'closed' } : null;
  draw();
  if (before && headline(before) !== headline(next)) {
    announce(document.querySelector('h1').textContent);
  }
}

const headline = one => `${one.status} ${one.access} ${one.requestId ?? ''} ${one.connected.join()}`;

function refused(error) {
  if (error instanceof Refused && ['sessions.expired', 'sessions.closed', 'sessions.invalid', 'sessions.bound-to-other-device'].includes(error.code)) {
    const foreign = error.code === 'sessions.bound-to-other-device';
    over = { kind: foreign ? 'invalid' : error.code.slice('sessions.'.length), text: error.message };
    if (foreign) {
      forget();      // the session lives on, elsewhere: nothing of it is for this computer
    }

    clearError();
    draw();
    announce(document.querySelector('h1').textContent);
    return;
  }

  if (error instanceof Refused && error.status === 401) {
    leaveSession();
    return;
  }

  showError(error);
}

const acting = action => guarded(async event => {
  try {
    await action(event);
  } catch (error) {
    refused(error);
  }
});

async function refresh() {
  try {
    const next = await api.get('/end-user/session');
    if (api.authorization()) {
      await show(next);
    }
  } catch (error) {
    refused(error);
  }
}

let reading = false;
let again = false;

async function changed() {
  again = true;
  if (!reading) {
    reading = true;
    while (again) {
      again = false;
      await refresh();
    }

    reading = false;
  }
}

function listen() {
  feed?.stop();
  feed = follow('/service-desk/end-user/events', {
    headers: () => ({ Authorization: api.authorization() }),
    onEvent: changed,
    onState(next) {
      feedState = next;
      drawBar();
    },
    onRefused: changed,
  });
}

const launch = acting(async () => {
  kept.setItem('launched', '1');
  try {
    await show(await api.post('/end-user/launch', { deviceId }));
  } catch (error) {
    kept.removeItem('launched');
    throw error;
  }
});

const quit = acting(async () => {
  kept.removeItem('launched');
  await show(await api.post('/end-user/leave', { deviceId }));
  draw();
});

function forget() {
  feed?.stop();
  feed = null;
  kept.removeItem('ticket');
  kept.removeItem('launched');
  session = null;
}

function leaveSession() {
  forget();
  over = null;
  clearError();
  draw();
  document.getElementById('pin')?.focus();
}

function enterView() {
  return { title: t('help.enter.title'), body: [h('p', { class: 'muted' }, t('help.enter.text')),
    h('form', { onsubmit: acting(async event => {
      const input = event.target.elements.pin;
      try {
        await enter({ pin: input.value.replace(/\D/g, '') });
      } catch (error) {
        wrong = error instanceof Refused && error.status === 429
          ? t('help.enter.wait', { time: remaining(new Date(now() + (error.retryAfter ?? 60) * 1000)) })
          : error instanceof Refused ? error.message : null;
        if (wrong === null) {
          throw error;
        }

        draw();
        input.select();
      }
    }) },
    h('div', { class: 'field' }, h('label', { for: 'pin' }, t('help.enter.pin')),
      h('input', { id: 'pin', name: 'pin', class: 'pin', inputmode: 'numeric', autocomplete: 'off', required: true, maxlength: '12', 'aria-describedby': 'pin-error', 'aria-invalid': wrong ? 'true' : null }),
      h('p', { id: 'pin-error', class: 'wrong', role: 'alert' }, wrong)),
    h('button', { type: 'submit', class: 'primary big' }, t('help.enter.go')))] };
}

function overView() {
  return { title: t(`help.${over.kind}.title`), body: [h('p', {}, over.text ?? t(`help.${over.kind}.text`)),
    h('p', {}, h('button', { type: 'button', onclick: leaveSession }, t('help.another')))] };
}

function requestView() {
  const answer = verb => acting(async () => { await show(await api.post(`/end-user/${verb}`, { requestId: session.requestId, deviceId })); });
  return { kind: 'request', title: t('help.request.title', { name: nameOf(session.requestedBy) }), body: [
    h('p', {}, t('help.request.text')),
    h('p', { class: 'muted' }, t('help.request.left'), ' ', countdown(session.answerBy)),
    h('ul', { class: 'actions' },
      h('li', {}, h('button', { type: 'button', class: 'primary big', onclick: answer('grant') }, t('help.request.grant'))),
      h('li', {}, h('button', { type: 'button', class: 'big', onclick: answer('reject') }, t('help.request.reject'))))] };
}

const stop = acting(async () => { await show(await api.post('/end-user/stop', { deviceId })); });

function content() {
  if (over) {
    return overView();
  }

  if (!session) {
    return enterView();
  }

  if (!launched()) {
    return { title: t('help.launch.title'), body: [h('p', {}, t('help.launch.text')), h('button', { type: 'button', class: 'primary big', onclick: launch }, t('help.launch.go'))] };
  }

  const quitButton = h('li', {}, h('button', { type: 'button', class: 'quiet', onclick: quit }, t('help.quit')));
  switch (session.access) {
    case 'requested': return requestView();
    case 'granted': return { title: t('help.granted.title'), body: [h('p', {}, t('help.granted.text')),
      h('ul', { class: 'actions' }, h('li', {}, h('button', { type: 'button', onclick: stop }, t('help.revoke'))), quitButton)] };
    case 'connected': return { kind: 'connected', title: `${t('help.connected.title')} ${session.connected.map(nameOf).join(', ')}`, body: [h('p', {}, t('help.connected.text')),
      h('ul', { class: 'actions' }, h('li', {}, h('button', { type: 'button', class: 'primary big', onclick: stop }, t('help.stop'))), quitButton)] };
    default: return { title: t('help.ready.title'), body: [
      h('p', {}, session.technician ? t('help.ready.text', { name: nameOf(session.technician) }) : t('help.queue.text')),
      session.lastOutcome === 'timedOut' ? h('p', { class: 'muted' }, t('help.timedOut')) : null, h('ul', { class: 'actions' }, quitButton)] };
  }
}

function drawBar() {
  render(document.getElementById('bar'), h('span', { class: 'name' }, t('help.name')), h('div', { class: 'aside' },
    session && !over ? h('span', { class: 'link-state', 'data-state': feedState, role: 'status' }, t(feedState === 'live' ? 'help.live' : 'live.waiting')) : null,
    languageSwitch(async code => {
      await setLanguage(code);
      wrong = null;
      draw();
      if (session) {
        await changed();
      }
    })));
}

function draw() {
  const { title, body, kind = '' } = content();
  document.title = `${title} – ${t('help.name')}`;
  document.getElementById('skip').textContent = t('nav.skip');
  drawBar();
  const main = document.getElementById('main');
  main.className = 'page narrow help';
  render(main, h('section', { class: `panel ${kind}`, key: title, 'data-access': session?.access ?? null }, h('h1', { tabindex: '-1' }, title), body),
    session && !over ? h('p', { class: 'muted' }, t('help.expires'), ' ', countdown(session.expiresAt)) : null);
}

// Closing the page is quitting the application: the technicians hear of it at once.
addEventListener('pagehide', () => {
  if (session && !over && launched()) {
    fetch('/service-desk/end-user/leave', {
      method: 'POST', keepalive: true, body: JSON.stringify({ deviceId }),
      headers: { 'Content-Type': 'application/json', Authorization: api.authorization(), 'X-Service-Desk-Console': '1' },
    });
  }
});

await setLanguage(preferred());
dismissTips();
tick();
synchronise((await api.get('/console/settings')).now);
draw();

const token = location.pathname.match(/^\/s\/([^/]+)$/)?.[1];
if (token) {
  history.replaceState(null, '', '/help');        // the token is a secret: not for the history, nor for a screenshot
  await acting(() => enter({ link: decodeURIComponent(token) }))();
} else if (api.authorization()) {
  const again = launched();
  await changed();
  if (session && !over) {
    listen();
    if (again) {
      await launch();
    }
  }
}
