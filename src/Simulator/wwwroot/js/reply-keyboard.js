import { el } from './dom.js';
import { icon } from './icons.js';

const beginsWithEmoji = /^\p{Extended_Pictographic}/u;

/** The buttons above the input. A button either says its own text or asks to share a contact or a place. */
export function replyKeyboard(keyboard, actions) {
  const press = button => {
    if (button.requestContact) actions.contact();
    else if (button.requestLocation) actions.location();
    else actions.text(button.text);
    if (keyboard.oneTime) actions.used();
  };
  return el('div', { class: keyboard.resize ? 'reply-keyboard' : 'reply-keyboard tall' },
    keyboard.rows.map(row => el('div', { class: 'reply-row' },
      row.map(button => el('button', { class: 'reply-button', 'data-testid': 'reply-button', type: 'button', onclick: () => press(button) },
        beginsWithEmoji.test(button.text) ? null : button.requestContact ? icon('contact') : button.requestLocation ? icon('location') : null,
        el('span', { dir: 'auto' }, button.text))))));
}
