import { all } from '../api.js';
import { exactly, moment } from '../clock.js';
import { h } from '../dom.js';
import { known, t } from '../i18n.js';
import { actionButton, actions, announce, ask, badge, copy, countdown, field, guarded, select, short } from '../ui.js';
import { accessText, actionOf, chooseTechnician, deviceText, isLive } from './parts.js';

/** One session: everything that a technician can do with it, and everything that happened. */
export function sessionView(app, id, redraw) {
  const path = `/sessions/${id}`;
  let session = null;
  let history = [];
  let secrets = null;

  const load = async () => {
    const last = history.at(-1)?.version ?? 0;
    const [next, more] = await Promise.all([app.api.get(path), all(app.api, `${path}/history${last ? `?after=${last}` : ''}`, 2_000)]);
    session = next;
    history = [...history.filter(entry => !more.some(one => one.version === entry.version)), ...more];
    const news = last ? more.filter(entry => entry.by !== app.me.id) : [];
    if (news.length) {
      announce(news.map(line).join(', '));
    }

    secrets = actionOf(session, 'Share')?.availability === 'refused' ? null : secrets;     // they are dead then
    if (sessionStorage.getItem('fresh') === id) {
      sessionStorage.removeItem('fresh');
      secrets = await app.api.get(`${path}/secrets`);
    }
  };

  const change = async (verb, body) => {
    const next = await app.api.post(`${path}/${verb}`, body);
    if (next === null) {
      app.go('/', { replace: true });       // done, and with it went the right to see the session
    } else if (next.version >= session.version) {
      session = next;
      redraw();
    }
  };

  const button = (name, run, kind) => actionButton(actionOf(session, name), t(`action.${name}`), run, { kind });
  const simple = (name, verb, kind) => button(name, () => change(verb), kind);
  const inIt = () => [session.assignee, ...session.invited].filter(Boolean);

  const toTechnician = (name, verb) => button(name, async () => {
    const technician = await chooseTechnician(app, {
      title: t(`action.${name}`), text: t(`dialog.${name}`), confirm: t(`action.${name}`), except: name === 'Invite' ? inIt() : [session.assignee],
    });
    if (technician) {
      await change(verb, { technician });
    }
  });

  const toChannel = () => button('TransferToChannel', async () => {
    const others = app.channels.filter(one => one.id !== session.channel);
    const values = await ask({
      title: t('action.TransferToChannel'), text: t('dialog.TransferToChannel'), confirm: t('action.TransferToChannel'),
      fields: [field('channel', t('column.channel'), select(others.map(one => [one.id, one.name])))],
    });
    if (values?.channel) {
      await change('transfer', { channel: values.channel });
    }
  });

  const finish = (name, run) => button(name, async () => {
    if (await ask({ title: t(`dialog.${name}.title`), text: t(`dialog.${name}`), confirm: t(`action.${name}`), danger: true })) {
      await run();
    }
  }, 'danger');

  function steps() {
    const { access } = session;
    const reached = access.status === 'connected' ? 4 : access.status === 'granted' ? 3 : session.device ? 2 : 1;
    return h('ol', { class: 'steps', 'aria-label': t('steps.label') }, ['created', 'launched', 'granted', 'connected'].map((step, index) => h('li', {
      'data-done': index < reached, 'aria-current': index === Math.min(reached, 3) ? 'step' : null,
    }, t(`step.${step}`))));
  }

  const remote = () => h('section', { class: 'panel', key: 'remote' },
    h('h2', {}, t('session.remote')),
    isLive(session) || session.access.status === 'connected' ? steps() : null,
    h('p', { id: 'access', 'data-access': session.access.status }, isLive(session) || session.access.status === 'connected' ? accessText(app, session) : t(`over.${session.status}`),
      session.access.answerBy ? [' ', t('access.answerBy'), ' ', countdown(session.access.answerBy)] : null),
    actions(
      simple('RequestAccess', 'request-access', actionOf(session, 'Connect')?.availability === 'refused' ? 'primary' : null),
      simple('Connect', 'connect', actionOf(session, 'Connect')?.availability === 'refused' ? null : 'primary'),
      simple('Disconnect', 'disconnect')));

  function share() {
    const toggle = actionButton(actionOf(session, 'Share'), t(secrets ? 'share.hide' : 'share.show'), async () => {
      secrets = secrets ? null : await app.api.get(`${path}/secrets`);
      redraw();
    });
    const link = secrets && (secrets.link ?? `${location.origin}/s/${secrets.linkToken}`);
    const copying = (what, text) => h('li', {}, h('button', { type: 'button', onclick: () => copy(text, document.getElementById(what)) }, t(`share.copy.${what}`)));
    return h('section', { class: 'panel', key: 'share' },
      h('h2', {}, t('share.title')),
      secrets ? [
        h('p', {}, h('span', { class: 'muted' }, t('share.pin')), ' ', h('span', { id: 'pin', class: 'secret' }, secrets.pin)),
        h('span', { id: 'link', class: 'link code' }, link),
        h('ul', { class: 'actions' }, copying('pin', secrets.pin), copying('link', link), toggle),
      ] : [h('p', { class: 'muted' }, t('share.text')), actions(toggle)]);
  }

  function people() {
    const person = (who, role) => h('li', { key: who, 'data-person': who }, h('span', {}, app.whoIs(who)), h('span', { class: 'muted' }, role),
      session.access.connected.includes(who) ? h('span', {}, t('person.connected')) : null);
    return h('section', { class: 'panel', key: 'people' },
      h('h2', {}, t('people.title')),
      h('ul', { class: 'people' },
        session.assignee ? person(session.assignee, t('person.assigned')) : h('li', {}, t('person.nobodyAssigned')),
        session.invited.map(who => person(who, t('person.invited')))),
      actions(
        simple('Take', 'take', actionOf(session, 'Take')?.availability === 'allowed' ? 'primary' : null), toTechnician('Invite', 'invite'), simple('Leave', 'leave'), simple('Release', 'release'),
        toTechnician('Assign', 'assign'), toTechnician('TransferToTechnician', 'transfer'), toChannel()));
  }

  const ending = () => h('section', { class: 'panel', key: 'ending' },
    h('h2', {}, t('ending.title')),
    actions(
      finish('Close', () => change('close')),
      finish('Delete', async () => {
        await app.api.delete(path);
        announce(t('session.deleted'));
        app.go('/', { replace: true });
      })));

  const facts = () => h('section', { class: 'panel', key: 'facts' },
    h('h2', {}, t('facts.title')),
    h('dl', { class: 'facts' }, [
      ['column.channel', h('a', { href: `/channels/${session.channel}` }, app.channelName(session.channel))],
      ['column.device', deviceText(session)],
      ['facts.created', t('facts.createdBy', { name: app.whoIs(session.createdBy), at: moment(session.createdAt) })],
      ['column.expires', isLive(session) ? countdown(session.expiresAt) : moment(session.expiresAt)],
      ['facts.id', h('span', { class: 'code' }, session.id)],
    ].map(([label, value]) => [h('dt', {}, t(label)), h('dd', {}, value)])));

  function notes() {
    const status = actionOf(session, 'AddNote');
    return h('section', { class: 'panel', key: 'notes' },
      h('h2', {}, t('notes.title')),
      session.notes.length
        ? h('ul', { class: 'notes' }, session.notes.map(note => h('li', { key: note.id }, h('span', { class: 'by' }, `${app.whoIs(note.technician)}, ${moment(note.at)}`), h('p', {}, note.text))))
        : h('p', { class: 'muted' }, t('notes.empty')),
      status?.availability === 'refused' ? null : h('form', { key: 'note', onsubmit: guarded(async event => {
        const text = event.target.elements.text;
        await change('notes', { text: text.value });
        text.value = '';
        text.focus();
      }) },
      field('text', t('notes.label'), h('textarea', { required: true, maxlength: '4000', rows: '2' })),
      h('button', { type: 'submit' }, t('notes.add'))));
  }

  const line = entry => app.eventText(entry.kind, {
    by: app.nameOf(entry.by), technician: entry.technician ? app.nameOf(entry.technician) : '', channel: entry.channel ? app.channelName(entry.channel) : '',
  });

  const past = () => h('section', { class: 'panel', key: 'history' },
    h('h2', { id: 'history' }, t('history.title')),
    h('ol', { class: 'history', 'aria-labelledby': 'history', reversed: true }, history.toReversed().map(entry => h('li', { key: entry.version, 'data-kind': entry.kind },
      h('time', { datetime: entry.at, class: 'number muted' }, exactly(entry.at)),
      h('span', {}, line(entry),
        h('span', { class: 'by' }, ` ${app.whoIs(entry.by)}`,
          entry.from === entry.to || entry.kind === 'session-created' ? null : ` · ${statusName(entry.from)} → ${statusName(entry.to)}`))))));

  return {
    title: () => `${t('session.title', { id: short(id) })} (${t(`status.${session.status}`)})`,
    concerns: event => event.sessionId === id || event.type === 'channel',
    load,
    draw: () => h('section', { key: `session-${id}` },
      h('p', { class: 'crumb' }, h('a', { href: '/' }, t('nav.home')), ' / ', h('a', { href: `/channels/${session.channel}` }, app.channelName(session.channel))),
      h('div', { class: 'head' },
        h('h1', { tabindex: '-1' }, t('session.title', { id: short(id) })),
        badge(session.status),
        isLive(session) ? h('span', { class: 'muted' }, t('session.expiresIn'), ' ', countdown(session.expiresAt)) : null),
      h('div', { class: 'columns' },
        h('div', { key: 'left' }, remote(), share(), people(), ending()),
        h('div', { key: 'right' }, facts(), notes(), past()))),
  };
}

// The history names states as the machine does ("InQueue"), those of the access among them; the texts know them as the wire does ("inQueue").
const statusName = status => known(`status.${status[0].toLowerCase()}${status.slice(1)}`, status);
