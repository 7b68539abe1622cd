import { el } from './dom.js';
import { icon } from './icons.js';
import { t } from './strings.js';

export function openLightbox(url, caption) {
  const box = el('dialog', { class: 'lightbox', 'aria-label': t('photo'), onclick: () => box.close(), onclose: () => box.remove() },
    el('button', { class: 'round-button', type: 'button', 'aria-label': t('close') }, icon('close')),
    el('img', { src: url, alt: caption ?? t('photo') }),
    caption ? el('p', { dir: 'auto' }, caption) : null);
  document.body.append(box);
  box.showModal();
}
