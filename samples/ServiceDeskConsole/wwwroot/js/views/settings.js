import { h } from '../dom.js';
import { t } from '../i18n.js';
import { actionButton, actions, announce, ask, field, guarded, select } from '../ui.js';
import { kindText } from './channels.js';
import { actionOf } from './parts.js';

const rights = ['member', 'release', 'manager'];
const rightOf = member => member.isManager ? 'manager' : member.canRelease ? 'release' : 'member';
const membership = right => ({ canRelease: right !== 'member', isManager: right === 'manager' });

/** A channel's settings and members: to read for all who see it, to change for its managers. */
export function settingsView(app, id) {
  let channel = null;
  const path = `/channels/${id}`;
  const refusal = name => actionOf(channel, name)?.refusal ?? null;

  const saved = async work => {
    await work();
    channel = await app.api.get(path);
    await app.reloadChannels();
    announce(t('settings.saved'));
  };

  // Fields keep what is being typed, the others follow live. What is sent holds for the version shown, so nobody is overwritten unawares.
  const form = (name, title, fields, save) => {
    const refused = refusal(name);
    return h('section', { class: 'panel', key: name }, h('h2', {}, title), h('form', { onsubmit: guarded(event => saved(() => save(new FormData(event.target)))) },
      h('fieldset', { disabled: refused !== null, class: 'plain' }, h('legend', { class: 'visually-hidden' }, title), fields,
        refused ? null : h('button', { type: 'submit', class: 'primary' }, t('settings.save'))),
      refused ? h('p', { class: 'muted', 'data-refused': name }, refused.text) : null));
  };

  const setMember = (technician, right) => saved(() => app.api.put(`${path}/members/${encodeURIComponent(technician)}`, membership(right)));

  const memberRow = member => h('tr', { key: member.technician, 'data-member': member.technician },
    h('th', { scope: 'row' }, app.nameOf(member.technician)),
    h('td', { 'data-label': t('column.rights') }, refusal('SetMember')
      ? t(`rights.${rightOf(member)}`)
      : select(rights.map(right => [right, t(`rights.${right}`)]), rightOf(member), {
        'aria-label': t('settings.rightsOf', { name: app.nameOf(member.technician) }),
        onchange: guarded(event => setMember(member.technician, event.target.value)),
      })),
    h('td', {}, refusal('RemoveMember') ? null : h('button', {
      type: 'button', class: 'quiet', onclick: guarded(() => saved(() => app.api.delete(`${path}/members/${encodeURIComponent(member.technician)}`))),
    }, t('settings.removeMember'), h('span', { class: 'visually-hidden' }, ` ${app.nameOf(member.technician)}`))));

  const candidates = () => app.technicians.filter(one => !channel.members.some(member => member.technician === one.id));

  return {
    title: () => t('settings.title', { channel: channel.name }),
    concerns: change => change.channel === id,
    async load() { channel = await app.api.get(path); },
    draw() {
      const { settings } = channel;
      return h('section', { key: `settings-${id}` },
        h('p', { class: 'crumb' }, h('a', { href: '/channels' }, t('channels.title')), ' / ', h('a', { href: path }, channel.name)),
        h('div', { class: 'head' }, h('h1', { tabindex: '-1' }, t('settings.title', { channel: channel.name })), h('span', { class: 'muted' }, kindText(channel))),
        h('div', { class: 'columns' },
          h('div', { key: 'members' }, channel.isPrivate ? h('p', { class: 'panel' }, t('settings.privateMembers')) : [
            h('h2', {}, t('settings.members')),
            h('div', { class: 'frame' }, h('table', { class: 'cards' },
              h('caption', { class: 'visually-hidden' }, t('settings.members')),
              h('thead', {}, h('tr', {}, [t('column.technician'), t('column.rights'), t('column.action')].map(label => h('th', { scope: 'col' }, label)))),
              h('tbody', {}, channel.members.map(memberRow)))),
            refusal('SetMember') ? h('p', { class: 'muted', 'data-refused': 'SetMember' }, refusal('SetMember').text) : h('form', {
              class: 'inline panel', key: 'add', onsubmit: guarded(async event => {
                const values = new FormData(event.target);
                if (values.get('technician')) {
                  await setMember(values.get('technician'), values.get('right'));
                  event.target.reset?.();
                }
              }),
            },
            field('technician', t('settings.add'), app.technicians.length
              ? select(candidates().map(one => [one.id, one.name]))
              : h('input', { required: true, autocomplete: 'off' })),
            field('right', t('column.rights'), select(rights.map(right => [right, t(`rights.${right}`)]))),
            h('button', { type: 'submit' }, t('settings.addButton'))),
          ]),
          h('div', { key: 'forms' },
            form('Rename', t('settings.general'), field('name', t('channel.name'), h('input', { value: channel.name, required: true, maxlength: '64', autocomplete: 'off' })),
              values => app.api.put(`${path}/name`, { name: values.get('name') }, { version: channel.version })),
            form('Configure', t('settings.times'), [
              field('minutes', t('channel.timeOut'), h('input', { type: 'number', min: '1', max: '100000', required: true, value: String(Math.round(settings.timeOutSeconds / 60)) }), t('channel.timeOutHint')),
              field('consent', t('channel.consent'), h('input', { type: 'number', min: '5', max: '3600', required: true, value: String(settings.consentTimeOutSeconds) })),
              field('capacity', t('channel.capacity'), h('input', { type: 'number', min: '1', max: '10000', required: true, value: String(settings.capacity) })),
            ], values => app.api.put(`${path}/settings`, {
              timeOutSeconds: values.get('minutes') * 60,
              consentTimeOutSeconds: Number(values.get('consent')),
              capacity: Number(values.get('capacity')),
            }, { version: channel.version })),
            h('section', { class: 'panel', key: 'remove' }, h('h2', {}, t('settings.remove')), h('p', {}, t('settings.removeText')),
              actions(actionButton(actionOf(channel, 'Remove'), t('settings.remove'), async () => {
                if (await ask({ title: t('settings.remove'), text: t('settings.removeSure', { channel: channel.name }), confirm: t('settings.remove'), danger: true })) {
                  await app.api.delete(path, { version: channel.version });
                  await app.reloadChannels();
                  app.go('/channels');
                }
              }, { kind: 'danger' }))))));
    },
  };
}
