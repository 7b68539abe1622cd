import { el } from './dom.js';

/** The place of a chat's passing notes. It is in the page from the start, because screen readers only hear changes of a known region. */
export class Toasts {
  root = el('div', { class: 'toasts', role: 'status' });

  show(text) {
    const note = el('div', { class: 'toast', 'data-testid': 'toast', dir: 'auto' }, text);
    this.root.replaceChildren(note);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => note.remove(), 3500 + 50 * text.length);
  }
}
