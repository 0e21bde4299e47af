import { moment } from '../clock.js';
import { h } from '../dom.js';
import { t } from '../i18n.js';
import { actionButton, ask, badge, countdown, field, guarded, select, short } from '../ui.js';

export const isLive = session => ['waiting', 'active', 'inQueue'].includes(session.status);

export const actionOf = (subject, name) => subject.actions.find(action => action.name === name);

/** What stands in the way, or is under way, between a technician and the computer. */
export function accessText(app, session) {
  const { access } = session;
  switch (access.status) {
    case 'requested': return t('access.requested', { name: app.whoIs(access.requestedBy) });
    case 'granted': return t('access.granted', { name: app.whoIs(access.requestedBy) });
    case 'connected': return t('access.connected', { names: access.connected.map(app.whoIs).join(', ') });
    default: return access.lastOutcome ? t(`outcome.${access.lastOutcome}`) : t('access.none');
  }
}

function accessInShort(app, { access }) {
  const who = access.status === 'connected' ? access.connected.map(app.nameOf).join(', ') : access.requestedBy ? app.nameOf(access.requestedBy) : '';
  return t(`access.short.${access.status}`, { who });
}

export const deviceText = session => t(!session.device ? 'device.none' : session.device.isOnline ? 'device.online' : 'device.offline');

/** The table of sessions that home and channels share. */
export function sessionTable(app, sessions, { caption, without = [], take = false }) {
  const columns = [
    ['status', one => badge(one.status)],
    ['channel', one => app.channelName(one.channel)],
    ['assignee', one => one.assignee ? app.whoIs(one.assignee) : t('person.nobody')],
    ['device', one => isLive(one) ? deviceText(one) : '–'],
    ['access', one => isLive(one) ? accessInShort(app, one) : '–'],
    ['expires', one => isLive(one) ? countdown(one.expiresAt) : '–'],
  ].filter(([name]) => !without.includes(name)).map(([name, cell]) => [t(`column.${name}`), cell]);
  return h('div', { class: 'frame', key: caption }, h('table', { class: 'cards' },
    h('caption', { class: 'visually-hidden' }, caption),
    h('thead', {}, h('tr', {}, [t('column.session'), ...columns.map(([label]) => label), ...take ? [t('column.action')] : []].map(label => h('th', { scope: 'col' }, label)))),
    h('tbody', {}, sessions.map(one => h('tr', { key: one.id, 'data-session': one.id },
      h('th', { scope: 'row' }, h('a', { href: `/sessions/${one.id}`, class: 'code' }, short(one.id)), ' ', h('span', { class: 'by' }, moment(one.createdAt))),
      columns.map(([label, cell]) => h('td', { 'data-label': label }, cell(one))),
      take ? h('td', {}, takeButton(app, one)) : null)))));
}

const takeButton = (app, session) => h('ul', { class: 'actions' }, actionButton(actionOf(session, 'Take'), t('action.Take'), async () => {
  await app.api.post(`/sessions/${session.id}/take`);
  app.go(`/sessions/${session.id}`);
}, { scope: `-${session.id}` }));

/** Makes a session in one of the channels; the channel used last stands on top. */
export function newSession(app, channels) {
  if (channels.length === 0) {
    return null;
  }

  const last = localStorage.getItem('channel');
  return h('form', { class: 'inline', key: 'new-session', onsubmit: guarded(async event => {
    const channel = new FormData(event.target).get('channel');
    localStorage.setItem('channel', channel);
    const session = await app.api.post('/sessions', { channel });
    sessionStorage.setItem('fresh', session.id);
    app.go(`/sessions/${session.id}`);
  }) },
  channels.length === 1
    ? h('input', { type: 'hidden', name: 'channel', value: channels[0].id })
    : h('div', { class: 'field' }, h('label', { for: 'new-channel', class: 'visually-hidden' }, t('session.newIn')),
      select(channels.map(one => [one.id, one.name]), last, { id: 'new-channel', name: 'channel' })),
  h('button', { type: 'submit', class: 'primary' }, t('session.new')));
}

/** Lets the person choose another technician; without a directory the id is typed. */
export async function chooseTechnician(app, { title, text, confirm, except }) {
  const others = app.technicians.filter(one => !except.includes(one.id));
  const control = app.technicians.length
    ? select(others.map(one => [one.id, one.name]), null, { name: 'technician' })
    : h('input', { name: 'technician', required: true, autocomplete: 'off' });
  const values = await ask({ title, text, confirm, fields: [field('technician', t('column.technician'), control)] });
  return values?.technician || null;
}
