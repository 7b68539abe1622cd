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

/** The photos of an album as one mosaic, its documents as a list. */
export function renderAlbum(messages) {
  return el('div', { class: messages[0].photo ? 'album mosaic' : 'album', 'data-count': messages.length, 'data-rest': messages.length % 3 },
    messages.map(message => renderAttachments(message).filter(Boolean)).flat());
}

/** What a message is about in one line, for quotes. */
export function summary(message) {
  const { text, caption, photo, document, sticker, voice, contact, location } = message;
  return text ?? caption ?? (photo && t('photo')) ?? document?.name ?? (sticker && [sticker.emoji, t('sticker')].filter(Boolean).join(' '))
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

const bars = 28;

/** A player of our own: the browser's looks like a browser. The bars are drawn from the address, so that each note keeps its own. */
function renderVoice({ url }) {
  const audio = new Audio();
  audio.preload = 'metadata';
  audio.src = url;
  const time = el('span', { class: 'card-note' }, formatDuration(0));
  const wave = el('span', { class: 'wave', 'aria-hidden': 'true' }, [...Array(bars)].map((_, index) => {
    const bar = el('i', {});
    bar.style.height = `${20 + (url.charCodeAt(url.length - 1 - index % url.length) * 37 + index * 53) % 80}%`;
    return bar;
  }));
  const button = el('button', { class: 'play', type: 'button', 'aria-label': t('play'), onclick: () => (audio.paused ? audio.play() : audio.pause()) }, icon('play'));
  const show = () => {
    button.ariaLabel = t(audio.paused ? 'play' : 'pause');
    button.replaceChildren(icon(audio.paused ? 'play' : 'pause'));
  };
  const progress = () => {
    const length = Number.isFinite(audio.duration) ? audio.duration : 0;
    time.textContent = formatDuration(audio.currentTime || length);
    [...wave.children].forEach((bar, index) => bar.classList.toggle('heard', length > 0 && index / bars < audio.currentTime / length));
  };
  for (const name of ['play', 'pause', 'ended']) audio.addEventListener(name, show);
  for (const name of ['timeupdate', 'loadedmetadata', 'ended']) audio.addEventListener(name, progress);
  return el('div', { class: 'voice', 'data-testid': 'voice' }, button, el('span', { class: 'voice-body' }, wave, time));
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
