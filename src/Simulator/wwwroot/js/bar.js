import { el } from './dom.js';
import { avatar } from './avatar.js';
import { icon } from './icons.js';
import { openMenu } from './menu.js';
import { fullName } from './people.js';
import { t } from './strings.js';

/** The top of the page: which bot, and on a phone also whose chat. */
export class Bar {
  unread = new Map();

  constructor(root, actions) {
    this.root = root;
    this.actions = actions;
  }

  draw(state) {
    this.state = state;
    this.unread.delete(state.shown);
    this.switcher = this.drawSwitcher();
    this.root.replaceChildren(el('h1', { class: 'unseen' }, t('title')), this.drawBot(), this.switcher,
      this.drawFaults(),
      el('button', { class: 'people-button', type: 'button', 'data-testid': 'people', 'aria-label': t('people'), onclick: this.actions.managePeople },
        icon('people'), el('span', {}, t('people'))));
  }

  addUnread(id) {
    this.unread.set(id, (this.unread.get(id) ?? 0) + 1);
    const old = this.switcher;
    this.switcher = this.drawSwitcher();
    old.replaceWith(this.switcher);
  }

  /** How many things are made to go wrong now; none is no badge. */
  showFaults(count) {
    if (count === this.faults) return;
    this.faults = count;
    const old = this.faultButton;
    old?.replaceWith(this.drawFaults());
  }

  drawFaults() {
    const count = this.faults ?? 0;
    this.faultButton = el('button', {
      class: 'people-button fault-button', type: 'button', 'data-testid': 'faults', 'aria-label': count ? t('faultsActive', { count }) : t('faults'), onclick: this.actions.toggleFaults,
    }, icon('fault'), el('span', {}, t('faults')), count ? el('span', { class: 'badge' }, String(count)) : null);
    return this.faultButton;
  }

  drawBot() {
    const { bot } = this.state;
    return el('button', { class: 'bot', type: 'button', title: t('chooseBot'), 'aria-haspopup': 'menu', 'data-testid': 'bots', onclick: event => this.openBots(event.currentTarget) },
      avatar(bot.id, bot.name), el('span', { class: 'menu-text' }, el('strong', { dir: 'auto' }, bot.name), el('small', {}, `@${bot.username}`)), icon('down'));
  }

  // Read anew each time: a shop may have been started after this page.
  async openBots(button) {
    const bots = await this.actions.rereadBots();
    openMenu(bots.map(bot => ({
      lead: avatar(bot.id, bot.name), text: bot.name, note: `@${bot.username}`, checked: bot.id === this.state.bot.id, run: () => this.actions.chooseBot(bot.id),
    })), button);
  }

  drawSwitcher() {
    const { people, shown } = this.state;
    return el('nav', { class: 'switcher', 'aria-label': t('people'), hidden: people.length < 2 }, people.map(person => {
      const name = fullName(person);
      const count = this.unread.get(person.id);
      return el('button', {
        class: 'switch', type: 'button', 'data-testid': `switch-${person.id}`, title: name, 'aria-pressed': String(person.id === shown),
        'aria-label': count ? t('unread', { name, count }) : t('openPerson', { name }), onclick: () => this.actions.show(person.id),
      }, avatar(person.id, name, person.color), count ? el('span', { class: 'badge' }, count > 9 ? '9+' : String(count)) : null);
    }));
  }
}
