import { el } from './dom.js';
import { t } from './strings.js';

/** The bot's commands as a list above the input: opened by the slash button, narrowed by what is typed after a slash. */
export class CommandList {
  constructor(commands, { choose, leave }) {
    this.commands = commands;
    this.choose = choose;
    this.leave = leave;
    this.root = el('div', { class: 'commands', role: 'group', 'aria-label': t('commands'), hidden: true, onkeydown: event => this.walk(event) });
  }

  get open() { return !this.root.hidden; }

  show(prefix = '/') {
    const found = this.commands.filter(({ command }) => `/${command}`.startsWith(prefix.toLowerCase()));
    this.root.replaceChildren(...found.map(({ command, description }) => el('button', {
      class: 'command', type: 'button', 'data-testid': 'command', onclick: () => this.pick(command),
    }, el('strong', {}, `/${command}`), el('span', { dir: 'auto' }, description))));
    this.root.hidden = found.length === 0;
  }

  hide() { this.root.hidden = true; }

  focus() { this.root.lastElementChild?.focus(); }

  pick(command) {
    this.hide();
    this.choose(`/${command}`);
  }

  walk(event) {
    const items = [...this.root.children];
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === 'Escape') {
      this.hide();
      this.leave();
    } else if (step) {
      event.preventDefault();
      const next = items.indexOf(document.activeElement) + step;
      if (next >= items.length) this.leave();
      else items[Math.max(0, next)].focus();
    }
  }
}
