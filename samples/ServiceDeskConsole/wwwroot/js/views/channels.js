import { newId } from '../api.js';
import { h } from '../dom.js';
import { t } from '../i18n.js';
import { ask, field, guarded } from '../ui.js';

/** The channels that I may see, with how much stands in their queues. */
export function channelsView(app) {
  let counts = {};
  return {
    title: () => t('channels.title'),
    async load() {
      counts = Object.fromEntries(await Promise.all(app.channels.map(async channel => {
        const page = await app.api.get(`/channels/${channel.id}/sessions?filter=live&limit=100`);
        return [channel.id, {
          live: page.items.length + (page.next ? '+' : ''),
          queue: page.items.filter(one => one.status === 'inQueue').length + (page.next ? '+' : ''),
        }];
      })));
    },
    draw() {
      const columns = ['channel', 'kind', 'queue', 'live', 'rights'].map(name => t(`column.${name}`));
      return h('section', { key: 'channels' },
        h('div', { class: 'head' }, h('h1', { tabindex: '-1' }, t('channels.title')),
          h('div', { class: 'aside inline' },
            app.me.isAdministrator ? h('button', { type: 'button', onclick: guarded(() => create(app, false)) }, t('channels.newShared')) : null,
            h('button', { type: 'button', onclick: guarded(() => create(app, true)) }, t('channels.newPrivate')))),
        app.channels.length === 0
          ? h('div', { class: 'frame' }, h('p', { class: 'empty' }, t('home.noChannels')))
          : h('div', { class: 'frame' }, h('table', { class: 'cards' },
            h('caption', { class: 'visually-hidden' }, t('channels.title')),
            h('thead', {}, h('tr', {}, columns.map(label => h('th', { scope: 'col' }, label)))),
            h('tbody', {}, app.channels.map(channel => h('tr', { key: channel.id, 'data-channel': channel.id },
              h('th', { scope: 'row' }, h('a', { href: `/channels/${channel.id}` }, channel.name)),
              h('td', { 'data-label': columns[1] }, kindText(channel)),
              h('td', { 'data-label': columns[2] }, h('a', { href: `/channels/${channel.id}?show=queue` }, t('channels.queued', { count: counts[channel.id]?.queue ?? '–' }))),
              h('td', { 'data-label': columns[3], class: 'number' }, counts[channel.id]?.live ?? '–'),
              h('td', { 'data-label': columns[4] }, rightsText(app, channel))))))));
    },
  };
}

export const kindText = channel => t(channel.isPrivate ? 'kind.private' : channel.isDefault ? 'kind.default' : 'kind.shared');

function rightsText(app, channel) {
  const member = channel.members.find(one => one.technician === app.me.id);
  return channel.isPrivate ? t('rights.owner') : member?.isManager ? t('rights.manager') : member?.canRelease ? t('rights.release') : member ? t('rights.member') : t('rights.none');
}

async function create(app, isPrivate) {
  const values = await ask({
    title: t(isPrivate ? 'channels.newPrivate' : 'channels.newShared'),
    text: t(isPrivate ? 'channels.privateText' : 'channels.sharedText'),
    confirm: t('channels.create'),
    fields: [
      field('name', t('channel.name'), h('input', { name: 'name', required: true, maxlength: '64', autocomplete: 'off' })),
      field('minutes', t('channel.timeOut'), h('input', { name: 'minutes', type: 'number', min: '1', max: '100000', required: true, value: '30' })),
    ],
  });
  if (!values) {
    return;
  }

  const slug = values.name.normalize('NFD').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 40);
  const id = `${slug || 'channel'}-${newId().slice(0, 6)}`;       // ids are never used again, names are
  await app.api.post('/channels', { id, name: values.name, isPrivate, settings: { timeOutSeconds: values.minutes * 60 } });
  await app.reloadChannels();
  app.go(app.channels.some(one => one.id === id) ? `/channels/${id}` : '/channels');
}
