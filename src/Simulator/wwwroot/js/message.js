import { el, onLongPress } from './dom.js';
import { renderAlbum, renderAttachments, summary } from './attachments.js';
import { renderText } from './entities.js';
import { formatTime, isoTime } from './format.js';
import { icon } from './icons.js';
import { inlineKeyboard } from './inline-keyboard.js';
import { t } from './strings.js';

const onlyEmoji = /^(?:\p{Extended_Pictographic}[\u{FE0F}\u{1F3FB}-\u{1F3FF}]*(?:\u{200D}\p{Extended_Pictographic}\u{FE0F}?)*\s*){1,3}$/u;

/** One message as a row of the timeline: bubble, and its keyboard beneath. The first of an album shows the others too, with the one caption they have. */
export function renderMessage(message, { author, quoted, actions }, album = [message]) {
  const worded = album.find(each => each.caption) ?? message;
  const body = message.text ?? worded.caption;
  const attachments = album.length > 1 ? renderAlbum(album) : renderAttachments(message).filter(Boolean);
  const bare = message.sticker || (message.text && !message.entities?.length && onlyEmoji.test(message.text));
  const kind = [
    'bubble', bare && 'bare', message.photo && 'with-photo', message.photo && !body && 'photo-only',
  ].filter(Boolean).join(' ');
  const bubble = el('div', { class: kind },
    el('span', { class: 'unseen' }, `${author(message)}: `),
    message.replyTo ? renderQuote(message, quoted, author, actions) : null,
    attachments,
    el('div', { class: 'text', dir: 'auto' }, body ? renderText(body, worded.entities, actions) : null, meta(album.find(each => each.edited) ?? message)),
    menuButton(message, actions));
  const block = el('div', { class: 'message-block' }, bubble,
    message.inlineKeyboard?.length ? inlineKeyboard(message.inlineKeyboard, data => actions.press(message.id, data)) : null);
  // In an album each picture is a message of its own.
  const pointedAt = event => album[[...bubble.querySelectorAll('.album > *')].indexOf(event.target.closest('.album > *'))] ?? message;
  bubble.addEventListener('contextmenu', event => {
    // A selection or a link deserves the browser's own menu.
    if (event.target.closest('a') || getSelection().toString()) return;
    event.preventDefault();
    actions.menu(pointedAt(event), bubble, event);
  });
  onLongPress(bubble, event => actions.menu(pointedAt(event), bubble, event));
  return el('article', { class: `message from-${message.from}`, 'data-testid': 'message', 'data-message-id': message.id, 'data-from': message.from }, block);
}

function meta(message) {
  return el('span', { class: 'meta' },
    message.edited ? el('span', { class: 'edited' }, t('edited')) : null,
    el('time', { datetime: isoTime(message.date) }, formatTime(message.date)));
}

function menuButton(message, actions) {
  const button = el('button', { class: 'message-menu', type: 'button', 'aria-label': t('messageMenu'), 'aria-haspopup': 'menu' }, icon('down'));
  button.addEventListener('click', () => actions.menu(message, button));
  return button;
}

function renderQuote(message, quoted, author, actions) {
  const original = quoted(message.replyTo);
  return el('button', { class: 'quote', type: 'button', onclick: () => actions.show(message.replyTo) },
    el('span', { class: 'quote-author', dir: 'auto' }, original ? author(original) : t('reply')),
    el('span', { class: 'quote-text', dir: 'auto' }, original ? summary(original) : t('deleted')));
}
