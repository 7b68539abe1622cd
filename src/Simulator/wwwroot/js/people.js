import { el } from './dom.js';
import { mostPeople } from './address.js';
import { avatar } from './avatar.js';
import { field, openDialog } from './dialog.js';
import { language, t } from './strings.js';

export const fullName = person => [person.firstName, person.lastName].filter(Boolean).join(' ');

/** Who has a column: tick the people who are there, or add one. At least one stays open, at most four. */
export function openPeopleDialog({ people, open, toggle, add }) {
  const boxes = people.map(person => {
    const box = el('input', { type: 'checkbox', checked: open.includes(person.id), onchange: () => { toggle(person.id); limit(); } });
    return { box, row: el('label', { class: 'person-row' }, avatar(person.id, fullName(person), person.color),
      el('span', { class: 'menu-text' }, el('span', { dir: 'auto' }, fullName(person)), person.username ? el('small', {}, `@${person.username}`) : null), box) };
  });
  const limit = () => {
    const ticked = boxes.filter(({ box }) => box.checked).length;
    boxes.forEach(({ box }) => { box.disabled = box.checked ? ticked === 1 : ticked >= mostPeople; });
  };
  limit();
  openDialog({
    title: t('peopleTitle'),
    body: el('div', {}, el('p', {}, t('peopleHint')), el('div', { class: 'person-list' }, boxes.map(({ row }) => row)),
      el('h3', {}, t('newPerson')),
      field(t('name'), { name: 'name', required: true, maxlength: 64, autocomplete: 'off', dir: 'auto', 'data-testid': 'person-name' }),
      el('div', { class: 'pair' },
        field(t('username'), { name: 'username', pattern: '@?[A-Za-z0-9_]{3,32}', autocomplete: 'off', placeholder: '@maria' }),
        el('label', { class: 'field' }, el('span', {}, t('personLanguage')), el('select', { name: 'language' },
          el('option', { value: 'ru', selected: language === 'ru' }, t('russian')), el('option', { value: 'en', selected: language === 'en' }, t('english')))))),
    confirm: t('add'),
    cancel: t('close'),
    testId: 'people-dialog',
    submit: data => add({
      firstName: data.get('name').trim(),
      username: data.get('username').replace('@', '').trim() || null,
      languageCode: data.get('language'),
    }),
  });
}
