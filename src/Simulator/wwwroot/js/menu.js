import { el } from './dom.js';
import { icon } from './icons.js';

/** A menu at a button or at a point. The popover closes itself on Escape and on a press outside, and gives the focus back. */
export function openMenu(items, anchor, point) {
  const menu = el('div', { class: 'menu', role: 'menu', popover: 'auto' },
    items.map(item => el('button', {
      class: item.danger ? 'menu-item danger' : 'menu-item', type: 'button',
      role: 'checked' in item ? 'menuitemradio' : 'menuitem', 'aria-checked': 'checked' in item ? String(item.checked) : null,
      onclick: () => { menu.hidePopover(); item.run(); },
    }, item.lead ?? icon(item.icon), el('span', { class: 'menu-text' }, el('span', { dir: 'auto' }, item.text),
      item.note ? el('small', { dir: 'auto' }, item.note) : null), item.checked ? icon('check') : null)));
  menu.addEventListener('keydown', event => walk(menu, event));
  menu.addEventListener('toggle', event => {
    if (event.newState !== 'closed') return;
    anchor.ariaExpanded = null;
    menu.remove();
  });
  document.body.append(menu);
  menu.showPopover();
  anchor.ariaExpanded = 'true';
  place(menu, anchor.getBoundingClientRect(), point);
  (menu.querySelector('[aria-checked="true"]') ?? menu.firstChild).focus({ preventScroll: true });
}

function walk(menu, event) {
  const items = [...menu.children];
  const at = items.indexOf(document.activeElement);
  const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key];
  if (next === undefined) {
    if (event.key === 'Tab') menu.hidePopover();
    return;
  }
  event.preventDefault();
  items.at(next % items.length).focus();
}

function place(menu, anchor, point) {
  const edge = 8;
  const { offsetWidth: width, offsetHeight: height } = menu;
  const left = point ? point.clientX : anchor.left + width > innerWidth - edge ? anchor.right - width : anchor.left;
  const below = point ? point.clientY : anchor.bottom + 4;
  const top = below + height > innerHeight - edge ? (point ? point.clientY : anchor.top - 4) - height : below;
  menu.style.left = `${Math.max(edge, Math.min(left, innerWidth - width - edge))}px`;
  menu.style.top = `${Math.max(edge, top)}px`;
}
