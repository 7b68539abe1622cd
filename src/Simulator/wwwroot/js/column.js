import { el } from './dom.js';
import { avatar } from './avatar.js';
import { icon } from './icons.js';
import { fullName } from './people.js';
import { t } from './strings.js';

/** The frame of one chat: head, log, composer, and what stands in their place when the chat is empty, blocked or offline. */
export class Column {
  constructor({ bot, person, timeline, composer, toasts, actions }) {
    Object.assign(this, { person, timeline, composer });
    const name = fullName(person);
    this.caption = person.username ? `@${person.username}` : t('status', { bot: bot.name });
    this.status = el('small', { dir: 'auto' }, this.caption);
    this.menuButton = el('button', {
      class: 'icon-button', type: 'button', 'aria-label': t('chatMenu'), 'aria-haspopup': 'menu', 'data-testid': 'chat-menu', onclick: actions.menu,
    }, icon('more'));
    this.offline = el('div', { class: 'offline', role: 'status' });
    this.empty = el('div', { class: 'empty', hidden: true }, avatar(bot.id, bot.name), el('h2', { dir: 'auto' }, bot.name),
      el('p', { dir: 'auto' }, bot.description || t('emptyHint')),
      el('button', { class: 'main-button', type: 'button', 'data-testid': 'start', onclick: actions.start }, t('start')));
    this.blocked = el('div', { class: 'blocked', hidden: true }, el('span', {}, t('blocked')),
      el('button', { class: 'main-button', type: 'button', 'data-testid': 'unblock', onclick: actions.unblock }, t('unblock')));
    this.root = el('section', { class: 'chat', 'data-testid': `chat-${person.id}`, 'aria-label': t('chatWith', { person: name, bot: bot.name }) },
      el('header', { class: 'chat-head' }, avatar(person.id, name, person.color),
        el('div', { class: 'chat-name' }, el('h2', { dir: 'auto' }, name), this.status), this.menuButton),
      this.offline,
      el('div', { class: 'middle' }, timeline.log, this.empty, el('div', { class: 'floating' }, toasts.root, timeline.toEnd)),
      composer.root, this.blocked);
    this.root.addEventListener('dragover', event => event.preventDefault());
    this.root.addEventListener('drop', event => {
      event.preventDefault();
      if (event.dataTransfer.files.length) actions.drop([...event.dataTransfer.files]);
    });
  }

  showTyping(visible) {
    this.timeline.showTyping(visible);
    this.status.textContent = visible ? t('typing') : this.caption;
    this.status.classList.toggle('busy', visible);
  }

  showEmpty() {
    this.empty.hidden = this.timeline.entries.length > 0;
  }

  showBlocked(blocked) {
    this.blocked.hidden = !blocked;
    this.composer.root.hidden = blocked;
  }

  showOnline(online) {
    this.offline.replaceChildren(...(online ? [] : [icon('offline'), t('offline')]));
  }

  // Another person may be in the middle of a word in the next column.
  mayTakeFocus() {
    const focused = document.activeElement;
    return !focused || focused === document.body || this.root.contains(focused);
  }
}
