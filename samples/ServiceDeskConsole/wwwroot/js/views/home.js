import { all } from '../api.js';
import { h } from '../dom.js';
import { t } from '../i18n.js';
import { isLive, newSession, sessionTable } from './parts.js';

/** The sessions assigned to me. */
export function homeView(app) {
  let sessions = [];
  return {
    title: () => t('home.title'),
    concerns: change => change.type === 'channel' || change.assignee === app.me.id || sessions.some(one => one.id === change.sessionId),
    async load() { sessions = await all(app.api, '/sessions'); },
    draw() {
      const live = sessions.filter(isLive);
      const over = sessions.filter(one => !isLive(one));
      return h('section', { key: 'home' },
        h('div', { class: 'head' }, h('h1', { tabindex: '-1' }, t('home.title')), h('div', { class: 'aside' }, newSession(app, app.channels))),
        live.length
          ? sessionTable(app, live, { caption: t('home.live'), without: ['assignee'] })
          : h('div', { class: 'frame', key: 'empty' }, h('p', { class: 'empty' }, t(app.channels.length ? 'home.empty' : 'home.noChannels'))),
        over.length
          ? h('details', { key: 'over' }, h('summary', {}, t('home.over', { count: over.length })), sessionTable(app, over, { caption: t('home.overCaption'), without: ['assignee', 'device', 'access', 'expires'] }))
          : null);
    },
  };
}
