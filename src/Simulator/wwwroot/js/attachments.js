import { el } from './dom.js';
import { icon } from './icons.js';
import { formatDuration, formatSize } from './format.js';
import { openLightbox } from './lightbox.js';
import { t } from './strings.js';

export function renderAttachments(message) {
  const { photo, document, sticker, voice, contact, location } = message;
  return [
    photo && renderPhoto(photo, message.caption),
    document && renderDocument(document),
    sticker && renderSticker(sticker),
    voice && renderVoice(voice),
    contact && renderContact(contact),
    location && renderLocation(location),
  ];
}

/** What a message is about in one line, for quotes. */
export function summary(message) {
  const { text, caption, photo, document, sticker, voice, contact, location } = message;
  return text ?? caption ?? (photo && t('photo')) ?? document?.name ?? (sticker && (sticker.emoji ?? t('sticker')))
    ?? (voice && t('voice')) ?? (contact && t('contact')) ?? (location && t('location')) ?? '';
}

// Width and height reserve the place before the bytes arrive, so the chat does not jump.
function renderPhoto({ url, width, height }, caption) {
  const image = el('img', { src: url, width, height, alt: caption ?? t('photo'), loading: 'lazy', decoding: 'async' });
  return el('button', { class: 'photo', type: 'button', 'aria-label': t('openPhoto'), onclick: () => openLightbox(url, caption) }, image);
}

function renderDocument({ url, name, size }) {
  const dot = name.lastIndexOf('.');
  const extension = dot > 0 ? name.slice(dot + 1, dot + 5).toUpperCase() : '';
  return el('a', { class: 'card', 'data-testid': 'document', href: url, target: '_blank', rel: 'noopener' },
    el('span', { class: 'sheet', 'data-kind': extension.toLowerCase(), 'aria-hidden': 'true' }, extension || icon('document')),
    el('span', { class: 'card-text' },
      el('span', { class: 'card-name', dir: 'auto' }, name),
      el('span', { class: 'card-note' }, formatSize(size)),
      el('span', { class: 'unseen' }, `, ${t('newTab')}`)),
    icon('away'));
}

function renderSticker({ url, emoji }) {
  return url ? el('img', { class: 'sticker', src: url, alt: emoji ?? t('sticker') }) : el('span', { class: 'sticker' }, emoji ?? '');
}

function renderVoice({ url, duration }) {
  return el('div', { class: 'voice' },
    url ? el('audio', { src: url, controls: true, preload: 'none' }) : icon('voice'),
    duration ? el('span', { class: 'card-note' }, formatDuration(duration)) : null);
}

function renderContact({ firstName, lastName, phoneNumber }) {
  return el('div', { class: 'card' },
    el('span', { class: 'sheet round', 'aria-hidden': 'true' }, icon('contact')),
    el('span', { class: 'card-text' },
      el('span', { class: 'card-name', dir: 'auto' }, [firstName, lastName].filter(Boolean).join(' ')),
      el('span', { class: 'card-note' }, phoneNumber ?? '')));
}

function renderLocation({ latitude, longitude }) {
  return el('div', { class: 'card' },
    el('span', { class: 'sheet round', 'aria-hidden': 'true' }, icon('location')),
    el('span', { class: 'card-text' },
      el('span', { class: 'card-name' }, t('location')),
      el('span', { class: 'card-note' }, `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`)));
}
