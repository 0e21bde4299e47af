// The technicians' side: one document, so that one live feed serves all its views.

import { all, client, Refused } from './api.js';
import { synchronise, tick } from './clock.js';
import { h, render } from './dom.js';
import { known, preferred, setLanguage, t } from './i18n.js';
import { follow } from './live.js';
import { clearError, dismissTips, languageSwitch, showError } from './ui.js';
import { channelView } from './views/channel.js';
import { channelsView } from './views/channels.js';
import { homeView } from './views/home.js';
import { sessionView } from './views/session.js';
import { settingsView } from './views/settings.js';

const api = client();
const routes = [
  [/^\/$/, homeView],
  [/^\/channels$/, channelsView],
  [/^\/channels\/([^/]+)$/, channelView],
  [/^\/channels\/([^/]+)\/settings$/, settingsView],
  [/^\/sessions\/([^/]+)$/, sessionView],
];

const app = {
  api,
  me: null,
  channels: [],
  technicians: [],
  settings: null,
  go,
  /** The name of a technician; the id when the directory does not know it. */
  nameOf: id => id === 'system' ? t('person.system') : id === 'end-user' ? t('person.endUser') : app.technicians.find(one => one.id === id)?.name ?? id,
  /** The same, where "you" says it better. */
  whoIs: id => id === app.me.id ? t('person.you', { name: app.nameOf(id) }) : app.nameOf(id),
  channelName: id => app.channels.find(one => one.id === id)?.name ?? id,
  eventText: (kind, values) => known(`event.${kind}`, null) === null ? kind : t(`event.${kind}`, values),
  async reloadChannels() { app.channels = await all(api, '/channels'); },
};

let view = null;        // the view that stands: { title, draw, load, concerns? }
let shown = 0;          // counts views, so that a slow answer to an old one is not drawn into a new one
let state = 'waiting';

/** Leads to another view without loading the document again. */
function go(path, { replace = false } = {}) {
  history[replace ? 'replaceState' : 'pushState'](null, '', path);
  open();
}

async function open({ focus = true } = {}) {
  const [, make, match] = routes.map(([pattern, make]) => [pattern, make, location.pathname.match(pattern)]).find(([, , found]) => found) ?? [];
  const number = ++shown;
  clearError();
  const next = make
    ? make(app, ...match.slice(1).map(decodeURIComponent), () => { if (number === shown) { draw(); } })
    : { title: () => t('missing.title'), draw: () => missing(), load: async () => {} };
  try {
    await next.load();
  } catch (error) {
    if (number !== shown || signedOut(error)) {
      return;
    }

    if (error instanceof Refused && error.status === 404) {
      view = { title: () => t('missing.title'), draw: () => missing(error.message), load: async () => {} };
    } else {
      view = { title: () => t('app.name'), draw: () => null, load: next.load };
      showError(error);
    }

    draw();
    return;
  }

  if (number !== shown) {
    return;
  }

  view = next;
  draw();
  scrollTo(0, 0);
  if (focus) {
    document.querySelector('h1')?.focus();
  }
}

function missing(text = t('missing.text')) {
  return h('section', { key: 'missing' }, h('h1', { tabindex: '-1' }, t('missing.title')), h('p', {}, text), h('p', {}, h('a', { href: '/' }, t('nav.home'))));
}

function draw() {
  if (!view) {
    return;
  }

  document.title = `${view.title()} – ${t('app.name')}`;
  document.getElementById('skip').textContent = t('nav.skip');
  drawBar();
  render(document.getElementById('main'), view.draw());
}

function drawBar() {
  const here = location.pathname;
  const entry = (href, label, current) => h('a', { href, 'aria-current': current ? 'page' : null }, label);
  render(document.getElementById('bar'),
    h('span', { class: 'name' }, t('app.name')),
    h('nav', { 'aria-label': t('nav.label') },
      entry('/', t('nav.home'), here === '/'),
      entry('/channels', t('nav.channels'), here.startsWith('/channels'))),
    h('div', { class: 'aside' },
      h('span', { class: 'link-state', 'data-state': state, role: 'status' }, t(`live.${state}`)),
      h('span', { class: 'me' }, app.me.displayName),
      languageSwitch(changeLanguage),
      app.settings.demoSignIn ? h('button', { type: 'button', class: 'quiet', onclick: signOut }, t('sign.out')) : null));
}

async function changeLanguage(code) {
  await setLanguage(code);
  await view.load();        // the API's texts come in the new language
  draw();
}

async function signOut() {
  await api.post('/console/sign-out');
  location.assign('/sign-in');
}

// The sign-in ran out, or somebody signed out in another tab: the page behind it asks anew.
function signedOut(error) {
  if (error instanceof Refused && error.status === 401) {
    location.reload();
    return true;
  }

  return false;
}

let loading = false;
let again = false;

// However fast changes come, one reading is under way at a time, and the last change is always followed by one.
async function refresh() {
  if (loading) {
    again = true;
    return;
  }

  loading = true;
  try {
    do {
      again = false;
      const current = view;
      try {
        await current?.load();
        if (current === view) {
          draw();
        }
      } catch (error) {
        if (signedOut(error)) {
          return;
        }

        // Somebody may have gone on to another view meanwhile: what the old one was answered is not to take its place.
        if (current !== view) {
          continue;
        }

        if (error instanceof Refused && error.status === 404) {
          view = { title: () => t('missing.title'), draw: () => missing(error.message), load: async () => {} };
          draw();
        } else {
          showError(error);
        }
      }
    } while (again);
  } finally {
    loading = false;
  }
}

async function onEvent(change) {
  if (change.type === 'channel') {
    await app.reloadChannels();
  }

  if (change.type === 'ready' || change.type === 'reset' || !view?.concerns || view.concerns(change)) {
    await refresh();
  }
}

document.addEventListener('click', event => {
  const link = event.target.closest?.('a[href^="/"]');
  if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey && event.button === 0 && !link.target) {
    event.preventDefault();
    if (link.getAttribute('href') !== location.pathname + location.search) {
      go(link.getAttribute('href'));
    }
  }
});
addEventListener('popstate', () => open());

await setLanguage(preferred());
dismissTips();
tick();
app.settings = await api.get('/console/settings');
synchronise(app.settings.now);
[app.me, app.technicians] = await Promise.all([api.get('/me'), api.get('/console/technicians'), app.reloadChannels()]);
await open({ focus: false });
follow('/service-desk/events', {
  onEvent: change => onEvent(change).catch(error => { if (!signedOut(error)) { showError(error); } }),
  onState(next) {
    if (next !== state) {
      state = next;
      drawBar();
    }
  },
  onRefused: status => signedOut(new Refused(status)),
});
