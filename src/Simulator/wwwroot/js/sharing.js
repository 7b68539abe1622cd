import { el } from './dom.js';
import { field, openDialog } from './dialog.js';
import { t } from './strings.js';

const mostInAlbum = 10;

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

/** Somebody out of the address book, who need not be on Telegram. */
export function askForeignContact(send) {
  openDialog({
    title: t('foreignContact'),
    body: el('div', {}, el('p', {}, t('foreignContactHint')), el('div', { class: 'pair' },
      field(t('name'), { name: 'name', required: true, maxlength: 64, autocomplete: 'off', dir: 'auto', value: 'Māra Ozola' }),
      field(t('phone'), { name: 'phone', required: true, type: 'tel', maxlength: 32, autocomplete: 'off', value: '+371 20000000' }))),
    confirm: t('share'),
    submit: data => send({ phoneNumber: data.get('phone').trim(), firstName: data.get('name').trim() }),
  });
}

/** Lets the person choose files, look at them and add a caption. Several become an album. */
export function chooseFiles(kind, send) {
  const input = el('input', { type: 'file', accept: kind === 'photo' ? 'image/*' : null, multiple: true });
  input.addEventListener('change', () => input.files.length && previewFiles([...input.files], kind, send));
  input.click();
}

export function previewFiles(chosen, kind, send) {
  const files = chosen.slice(0, mostInAlbum);
  const pictures = kind === 'photo' ? files.map(file => URL.createObjectURL(file)) : [];
  const dialog = openDialog({
    title: t(kind === 'photo' ? (files.length > 1 ? 'sendAlbum' : 'sendPhoto') : 'sendDocument', { count: files.length }),
    body: el('div', {},
      pictures.length ? el('div', { class: pictures.length > 1 ? 'previews' : null }, pictures.map((url, index) => el('img', { class: 'preview', src: url, alt: files[index].name })))
        : files.map(file => el('p', { class: 'preview-name', dir: 'auto' }, file.name)),
      chosen.length > files.length ? el('p', {}, t('albumLimit')) : null,
      field(t('caption'), { name: 'caption', maxlength: 1024, autocomplete: 'off', dir: 'auto' })),
    confirm: t('send'),
    submit: data => send(files, kind, data.get('caption').trim()),
  });
  dialog.addEventListener('close', () => pictures.forEach(url => URL.revokeObjectURL(url)));
}
