import { h, render } from './dom.js';
import { Refused, Unreachable } from './api.js';
import { remaining } from './clock.js';
import { language, languages, t } from './i18n.js';

/** Tells a change to those who do not see it. */
export function announce(text) {
  const region = document.getElementById('announcer');
  region.textContent = '';
  requestAnimationFrame(() => { region.textContent = text; });
}

/** What went wrong, where the person sees it; stays until it is put away or the next action works. */
export function showError(error) {
  if (!(error instanceof Refused || error instanceof Unreachable)) {
    throw error;
  }

  const text = error instanceof Unreachable ? t('error.unreachable') : error.message || t('error.other', { status: error.status });
  render(document.getElementById('alert'), h('div', { class: 'alert' }, h('span', {}, text),
    h('button', { type: 'button', onclick: clearError }, t('error.dismiss'))));
}

export const clearError = () => render(document.getElementById('alert'));

/** Runs what a button does; a refusal is shown, nothing is done twice while it runs. */
export function guarded(action) {
  let running = false;
  return async event => {
    event?.preventDefault();
    if (running) {
      return;
    }

    running = true;
    try {
      clearError();
      await action(event);
    } catch (error) {
      showError(error);
    } finally {
      running = false;
    }
  };
}

/** A list of buttons side by side. */
export const actions = (...buttons) => h('ul', { class: 'actions' }, buttons.filter(Boolean));

/**
 * A button that stands for an action of the API. When the action is refused the button keeps its place and can still be reached by keyboard;
 * the reason describes it, for screen readers too, and shows beside it.
 */
export function actionButton(status, label, run, { kind = null, scope = '' } = {}) {
  if (!status) {
    return null;
  }

  const refused = status.availability === 'refused';
  const tip = `why-${status.name}${scope}`;
  return h('li', { class: 'action', key: status.name },
    h('button', {
      type: 'button',
      class: kind,
      'data-action': status.name,
      'aria-disabled': refused ? 'true' : null,
      'aria-describedby': refused ? tip : null,
      onclick: refused ? () => {} : guarded(run),
    }, label),
    refused ? h('span', { id: tip, class: 'tip', role: 'tooltip' }, status.refusal.text) : null);
}

/** Escape puts the reasons away until the next button is reached. */
export function dismissTips() {
  const on = () => document.body.classList.remove('tips-off');
  addEventListener('keydown', event => { if (event.key === 'Escape') { document.body.classList.add('tips-off'); } });
  addEventListener('focusin', on);
  addEventListener('pointerover', event => { if (event.target.closest?.('.action')) { on(); } });
}

export const badge = status => h('span', { class: 'status', 'data-status': status }, t(`status.${status}`));

/** A countdown; silent for screen readers, who would hear every second. */
export const countdown = until => h('time', { class: 'number', datetime: until, 'data-until': until, role: 'timer', 'aria-live': 'off' }, remaining(until));

export const short = id => id.slice(-6).toUpperCase();

/** A dialog with a form. `fields` are made anew each time; resolves to the form's values, or null when it was put away. */
export function ask({ title, text = null, fields = [], confirm, danger = false }) {
  return new Promise(resolve => {
    const dialog = h('dialog', { 'aria-labelledby': 'dialog-title', onclose: () => { dialog.remove(); resolve(null); } },
      h('form', {
        method: 'dialog',
        onsubmit: event => {
          event.preventDefault();
          const values = Object.fromEntries(new FormData(event.target));
          resolve(values);
          dialog.close();
        },
      },
      h('h2', { id: 'dialog-title' }, title),
      text ? h('p', {}, text) : null,
      fields,
      h('ul', { class: 'actions' },
        h('li', {}, h('button', { type: 'button', onclick: () => dialog.close() }, t('dialog.cancel'))),
        h('li', {}, h('button', { type: 'submit', class: danger ? 'danger' : 'primary' }, confirm)))));
    document.body.append(dialog);
    dialog.showModal();
  });
}

export function field(name, label, control, hint = null) {
  const id = `field-${name}`;
  control.id = id;
  if (!control.hasAttribute('name')) {
    control.setAttribute('name', name);
  }

  if (hint) {
    control.setAttribute('aria-describedby', `${id}-hint`);
  }

  return h('div', { class: 'field' }, h('label', { for: id }, label), control, hint ? h('p', { class: 'hint', id: `${id}-hint` }, hint) : null);
}

export const select = (options, chosen = null, properties = {}) =>
  h('select', properties, options.map(([value, label]) => h('option', { value, selected: value === chosen }, label)));

/** The switch between languages. */
export function languageSwitch(change) {
  return h('div', { class: 'languages', role: 'group', 'aria-label': t('language') },
    Object.entries(languages).map(([code, name]) => h('button', {
      type: 'button', lang: code, 'aria-pressed': String(code === language()), 'aria-label': name, onclick: () => change(code),
    }, code.toUpperCase())));
}

/** Puts a text on the clipboard; without permission, or over plain HTTP, it is selected for the person to copy. */
export async function copy(text, element) {
  try {
    await navigator.clipboard.writeText(text);
    announce(t('copied'));
    return true;
  } catch {
    const range = document.createRange();
    range.selectNodeContents(element);
    getSelection().removeAllRanges();
    getSelection().addRange(range);
    announce(t('copy.selected'));
    return false;
  }
}
