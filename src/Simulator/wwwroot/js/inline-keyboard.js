import { el, safeUrl } from './dom.js';
import { icon } from './icons.js';
import { t } from './strings.js';

/** The buttons under a bubble. `press(data)` resolves when the bot has answered; until then the button spins. */
export function inlineKeyboard(rows, press) {
  return el('div', { class: 'inline-keyboard' },
    rows.map(row => el('div', { class: 'inline-row' },
      row.map(button => (button.url ? urlButton(button) : callbackButton(button, press))))));
}

function urlButton({ text, url }) {
  return el('a', { class: 'inline-button', 'data-testid': 'inline-button', href: safeUrl(url), target: '_blank', rel: 'noopener noreferrer' },
    el('span', { dir: 'auto' }, text), icon('away'), el('span', { class: 'unseen' }, ` (${t('newTab')})`));
}

// aria-disabled instead of disabled: a disabled button would drop the keyboard focus.
function callbackButton({ text, data }, press) {
  const button = el('button', { class: 'inline-button', 'data-testid': 'inline-button', type: 'button' }, el('span', { dir: 'auto' }, text));
  button.addEventListener('click', async () => {
    if (button.ariaBusy === 'true') return;
    button.ariaBusy = 'true';
    button.ariaDisabled = 'true';
    await press(data);
    button.ariaBusy = null;
    button.ariaDisabled = null;
  });
  return button;
}
