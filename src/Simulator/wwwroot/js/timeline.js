import { el } from './dom.js';
import { formatDay, sameDay } from './format.js';
import { icon } from './icons.js';
import { renderMessage } from './message.js';
import { t } from './strings.js';

const nearEnd = 48;
const sameBreath = 5 * 60;

/** The messages of a chat in order of their ids. It stays at the end unless the reader has scrolled up. */
export class Timeline {
  entries = [];
  fresh = 0;
  stuck = true;
  lastTop = 0;

  constructor(author, actions) {
    this.look = { author, actions, quoted: id => this.find(id)?.message };
    this.typing = el('div', { class: 'typing', hidden: true }, el('span', { class: 'unseen' }, t('botTyping')), el('i'), el('i'), el('i'));
    this.rows = el('div', { class: 'rows' });
    this.log = el('div', { class: 'timeline', role: 'log', tabindex: '0', 'aria-label': t('messages') }, el('div', { class: 'sheet-of-chat' }, this.rows, this.typing));
    this.toEnd = el('button', { class: 'to-end', type: 'button', hidden: true, onclick: () => this.scrollToEnd() });
    this.log.addEventListener('scroll', () => this.noticeScroll(), { passive: true });
    const resizing = new ResizeObserver(() => this.stuck && this.scrollToEnd());
    resizing.observe(this.log);
    resizing.observe(this.log.firstChild);
  }

  get messages() { return this.entries.map(entry => entry.message); }

  find(id) { return this.entries.find(entry => entry.message.id === id); }

  /** Makes the timeline equal to what the server has, touching only what differs. */
  sync(messages) {
    this.log.ariaBusy = 'true';
    const known = new Set(messages.map(message => message.id));
    this.messages.filter(message => !known.has(message.id)).forEach(message => this.remove(message.id));
    messages.forEach(message => this.put(message, false));
    if (this.stuck) this.scrollToEnd();
    this.log.ariaBusy = 'false';
  }

  /** Adds a message, or shows the new content of one that is already there. */
  put(message, live = true) {
    const entry = this.find(message.id);
    if (entry) return this.replace(entry, message, live);
    let index = this.entries.length;
    while (index > 0 && this.entries[index - 1].message.id > message.id) index--;
    const row = renderMessage(message, this.look);
    row.classList.toggle('arriving', live);
    this.rows.insertBefore(row, this.entries[index]?.row ?? null);
    this.entries.splice(index, 0, { message, row });
    this.gather(message.album);
    this.arrange(index);
    if (!live) return;
    if (this.stuck || message.from === 'person') this.scrollToEnd();
    else this.count(this.fresh + 1);
  }

  replace(entry, message, live) {
    if (JSON.stringify(entry.message) === JSON.stringify(message)) return;
    const row = renderMessage(message, this.look);
    row.classList.toggle('just-edited', live && message.edited);
    const focused = [...entry.row.querySelectorAll('button, a')].indexOf(document.activeElement);
    const byKeyboard = document.activeElement?.matches(':focus-visible');
    entry.row.replaceWith(row);
    Object.assign(entry, { message, row });
    this.gather(message.album);
    this.arrange(this.entries.indexOf(entry));
    // Someone who walks by keyboard must not be thrown to the top of the page when the pressed button goes away.
    if (focused >= 0 && byKeyboard) ([...row.querySelectorAll('button, a')][focused] ?? this.log).focus();
  }

  remove(id) {
    const index = this.entries.findIndex(entry => entry.message.id === id);
    if (index < 0) return;
    this.entries[index].row.remove();
    const [{ message }] = this.entries.splice(index, 1);
    this.gather(message.album);
    this.arrange(index);
  }

  /** The first message of an album shows the whole of it, the others only keep their places. */
  gather(album) {
    const entries = album ? this.entries.filter(entry => entry.message.album === album) : [];
    const [first] = entries;
    if (!first) return;
    const row = renderMessage(first.message, this.look, entries.map(entry => entry.message));
    row.classList.add(...first.row.classList);
    row.classList.remove('follows');
    first.row.replaceWith(row);
    first.row = row;
    entries.slice(1).forEach(entry => entry.row.classList.add('follows'));
    this.arrange(this.entries.indexOf(first));
  }

  /** Day labels and tails depend on the neighbours, so only they are looked at. */
  arrange(changed) {
    for (let index = this.beginOfAlbum(Math.max(0, changed - 1)); index <= Math.min(this.entries.length - 1, changed + 1); index++) {
      const [before, current, after] = [index - 1, index, index + 1].map(at => this.entries[at]);
      const newDay = !before || !sameDay(before.message.date, current.message.date);
      current.row.querySelector('.day')?.remove();
      if (newDay) current.row.prepend(el('div', { class: 'day' }, el('span', {}, formatDay(current.message.date))));
      current.row.classList.toggle('first', newDay || !together(before.message, current.message));
      current.row.classList.toggle('last', !after || !together(current.message, after.message) || this.endsWithAlbum(index));
    }
  }

  beginOfAlbum(index) {
    const album = this.entries[index]?.message.album;
    return album ? this.entries.findIndex(entry => entry.message.album === album) : index;
  }

  /** The visible row of an album stands for all of its messages, which may be the last of a group. */
  endsWithAlbum(index) {
    const { album } = this.entries[index].message;
    const next = album && this.entries.slice(index).find(entry => entry.message.album !== album);
    return Boolean(album) && (!next || !together(this.entries[index].message, next.message));
  }

  show(id) {
    const entry = this.find(id);
    const row = entry && this.entries[this.beginOfAlbum(this.entries.indexOf(entry))].row;
    if (!row) return;
    row.scrollIntoView({ block: 'center', behavior: 'smooth' });
    row.classList.remove('just-edited');
    requestAnimationFrame(() => row.classList.add('just-edited'));
  }

  showTyping(visible) {
    this.typing.hidden = !visible;
  }

  // Only a move upwards is the reader's: the distance to the end also grows when a keyboard opens below.
  noticeScroll() {
    const { scrollTop, scrollHeight, clientHeight } = this.log;
    if (scrollHeight - scrollTop - clientHeight < nearEnd) this.stuck = true;
    else if (scrollTop < this.lastTop) this.stuck = false;
    this.lastTop = scrollTop;
    this.count(this.stuck ? 0 : this.fresh);
  }

  scrollToEnd() {
    this.log.scrollTop = this.log.scrollHeight;
    this.stuck = true;
    this.count(0);
  }

  count(fresh) {
    this.fresh = fresh;
    this.toEnd.hidden = this.stuck;
    this.toEnd.ariaLabel = t('toEnd');
    this.toEnd.replaceChildren(icon('arrowDown'), fresh > 0 ? t('fresh', { count: fresh }) : '');
  }
}

function together(left, right) {
  return left.from === right.from && right.date - left.date < sameBreath && sameDay(left.date, right.date);
}
