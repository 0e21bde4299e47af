import { all } from '../api.js';
import { h } from '../dom.js';
import { t } from '../i18n.js';
import { newSession, sessionTable } from './parts.js';

const filters = { live: 'live', queue: 'inQueue', all: 'all' };

/** The sessions of one channel: those that live, its queue, or all. */
export function channelView(app, id) {
  let channel = null;
  let sessions = [];
  let show = new URLSearchParams(location.search).get('show');
  show = show in filters ? show : 'live';
  return {
    title: () => t(`channel.title.${show}`, { channel: channel.name }),
    concerns: change => change.channel === id || sessions.some(one => one.id === change.sessionId),
    async load() {
      [channel, sessions] = await Promise.all([app.api.get(`/channels/${id}`), all(app.api, `/channels/${id}/sessions?filter=${filters[show]}`)]);
    },
    draw() {
      const tab = name => h('a', { href: `/channels/${id}${name === 'live' ? '' : `?show=${name}`}`, 'aria-current': name === show ? 'page' : null }, t(`filter.${name}`));
      return h('section', { key: `channel-${id}` },
        h('p', { class: 'crumb' }, h('a', { href: '/channels' }, t('channels.title'))),
        h('div', { class: 'head' }, h('h1', { tabindex: '-1' }, channel.name),
          h('a', { href: `/channels/${id}/settings` }, t('channel.settings')),
          h('div', { class: 'aside' }, newSession(app, [channel]))),
        h('nav', { class: 'tabs', 'aria-label': t('filter.label') }, ['live', 'queue', 'all'].map(tab)),
        sessions.length
          ? sessionTable(app, sessions, { caption: t(`channel.title.${show}`, { channel: channel.name }), take: show === 'queue', without: show === 'queue' ? ['channel', 'assignee', 'status'] : ['channel'] })
          : h('div', { class: 'frame', key: 'empty' }, h('p', { class: 'empty' }, t(`channel.empty.${show}`))));
    },
  };
}
