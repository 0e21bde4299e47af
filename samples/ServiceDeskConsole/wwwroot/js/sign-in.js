import { client } from './api.js';
import { h, render } from './dom.js';
import { language, preferred, setLanguage, t } from './i18n.js';
import { guarded, languageSwitch } from './ui.js';

const api = client();
await setLanguage(preferred());
const technicians = await api.get('/console/demo-technicians');

// Back to where the sign-in was asked for: an address of this host and no other.
const wanted = new URL(new URLSearchParams(location.search).get('ReturnUrl') ?? '/', location.origin);
const target = wanted.origin === location.origin ? wanted.pathname + wanted.search : '/';

function draw() {
  document.title = `${t('sign.title')} – ${t('app.name')}`;
  document.getElementById('skip').textContent = t('nav.skip');
  render(document.getElementById('bar'), h('span', { class: 'name' }, t('app.name')), h('div', { class: 'aside' }, languageSwitch(async code => {
    await setLanguage(code);
    draw();
  })));
  const main = document.getElementById('main');
  main.className = 'page narrow';
  render(main, h('section', { class: 'panel' }, h('h1', {}, t('sign.title')), h('p', { class: 'muted' }, t('sign.text')),
    h('ul', { class: 'who' }, technicians.map(one => h('li', {}, h('button', {
      type: 'button',
      'data-technician': one.id,
      onclick: guarded(async () => {
        await api.post('/console/sign-in', { technician: one.id });
        location.assign(target);
      }),
    }, one.name, h('span', { class: 'by' }, language() === 'fr' ? one.french : one.english)))))),
  h('p', {}, h('a', { href: '/help' }, t('sign.endUser'))));
}

draw();
