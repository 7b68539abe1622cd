import { el } from './dom.js';
import { icon } from './icons.js';
import { t } from './strings.js';

/** A modal window with a form. `submit` gets the form's data; the window closes whichever way it is answered. */
export function openDialog({ title, body, confirm, cancel = t('cancel'), testId, submit }) {
  const heading = el('h2', { id: 'dialog-title', dir: 'auto', tabindex: '-1' }, title);
  const form = el('form', { method: 'dialog' },
    el('header', {}, heading, el('button', { class: 'round-button', type: 'button', 'aria-label': t('close'), onclick: () => dialog.close() }, icon('close'))),
    el('div', { class: 'dialog-body' }, body),
    el('footer', {},
      cancel ? el('button', { class: 'plain-button', type: 'button', onclick: () => dialog.close() }, cancel) : null,
      confirm ? el('button', { class: 'main-button', type: 'submit', 'data-testid': 'confirm' }, confirm) : null));
  const dialog = el('dialog', { class: 'dialog', 'aria-labelledby': 'dialog-title', 'data-testid': testId, onclose: () => dialog.remove() }, form);
  form.addEventListener('submit', event => {
    event.preventDefault();
    submit?.(new FormData(form));
    dialog.close();
  });
  dialog.addEventListener('pointerdown', event => event.target === dialog && dialog.close());
  document.body.append(dialog);
  dialog.showModal();
  // Not the first input: on a phone its keyboard would cover the window before it was read.
  heading.focus();
  return dialog;
}

/** The bot's answer that asks for attention. */
export function showAlert(title, text) {
  openDialog({ title, body: el('p', { dir: 'auto' }, text), confirm: t('ok'), cancel: null, testId: 'alert' });
}

export function field(label, attributes) {
  return el('label', { class: 'field' }, el('span', {}, label), el('input', attributes));
}
