import { el } from './dom.js';
import { field, openDialog } from './dialog.js';
import { t } from './strings.js';

export function askContact(send) {
  openDialog({ title: t('contact'), body: el('p', {}, t('contactQuestion')), confirm: t('share'), submit: send });
}

// The place is typed, not measured: a test parcel rarely leaves from the developer's desk.
export function askLocation(send) {
  const number = { type: 'number', step: 'any', required: true };
  openDialog({
    title: t('location'),
    body: el('div', {}, el('p', {}, t('locationQuestion')), el('div', { class: 'pair' },
      field(t('latitude'), { ...number, name: 'latitude', min: -90, max: 90, value: 37.7749 }),
      field(t('longitude'), { ...number, name: 'longitude', min: -180, max: 180, value: -122.4194 }))),
    confirm: t('share'),
    submit: data => send(Number(data.get('latitude')), Number(data.get('longitude'))),
  });
}

/** Lets the person choose a file, look at it and add a caption. */
export function chooseFile(kind, send) {
  const input = el('input', { type: 'file', accept: kind === 'photo' ? 'image/*' : null });
  input.addEventListener('change', () => input.files[0] && previewFile(input.files[0], kind, send));
  input.click();
}

export function previewFile(file, kind, send) {
  const picture = kind === 'photo' ? URL.createObjectURL(file) : null;
  const dialog = openDialog({
    title: t(kind === 'photo' ? 'sendPhoto' : 'sendDocument'),
    body: el('div', {},
      picture ? el('img', { class: 'preview', src: picture, alt: file.name }) : el('p', { class: 'preview-name', dir: 'auto' }, file.name),
      field(t('caption'), { name: 'caption', maxlength: 1024, autocomplete: 'off', dir: 'auto' })),
    confirm: t('send'),
    submit: data => send(file, kind, data.get('caption').trim()),
  });
  if (picture) dialog.addEventListener('close', () => URL.revokeObjectURL(picture));
}
