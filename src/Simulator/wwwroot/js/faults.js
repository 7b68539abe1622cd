import { ApiError } from './api.js';
import { choice, el, saveFile } from './dom.js';
import { kindName, describe, needsSeconds, targets } from './fault-kinds.js';
import { formatMoment } from './format.js';
import { icon } from './icons.js';
import { addFault, moveClock, readClock, readFaults, readLimits, renumber, setLimits, turnAllOff, turnOff } from './sim.js';
import { t } from './strings.js';

const glance = 2000;
const hour = 3600;

/** The drawer in which things are made to go wrong: what is active, one more, the clock, the limits, and the chats as files. */
export class FaultDrawer {
  target = 'calls';
  faults = [];

  /** `chats` says which are open; `counted` hears how many faults are active. */
  constructor({ chats, bot, counted }) {
    Object.assign(this, { chats, bot, counted });
    this.active = el('div', { class: 'fault-list', 'data-testid': 'active-faults' });
    this.form = el('form', { class: 'fault-form', onsubmit: event => this.add(event) });
    this.clock = el('p', { class: 'clock', 'data-testid': 'clock' });
    this.limits = el('div', { class: 'limits' });
    this.files = el('div', { class: 'drawer-row' });
    this.trouble = el('p', { class: 'trouble', role: 'alert' });
    this.root = el('aside', { class: 'drawer', 'data-testid': 'faults-drawer', 'aria-label': t('faults'), hidden: true },
      el('header', {}, el('h2', {}, t('faults')), el('button', { class: 'round-button', type: 'button', 'aria-label': t('close'), onclick: () => this.toggle() }, icon('close'))),
      el('div', { class: 'drawer-body' }, this.trouble,
        section(t('activeFaults'), this.active),
        section(t('newFault'), this.form),
        section(t('clockTitle'), this.clock, el('div', { class: 'drawer-row' },
          [[60, t('plusMinute')], [hour, t('plusHour')], [24 * hour, t('plusDay')], [7 * 24 * hour, t('plusWeek')]]
            .map(([seconds, label]) => el('button', { class: 'chip', type: 'button', onclick: () => this.attempt(() => moveClock(seconds)) }, label)))),
        section(t('limitsTitle'), this.limits),
        section(t('updateNumbers'), el('p', { class: 'hint' }, t('renumberHint')),
          el('div', { class: 'drawer-row' }, el('button', { class: 'chip', type: 'button', onclick: () => this.attempt(() => renumber(this.bot().id)) }, t('renumber')))),
        section(t('saveChats'), el('p', { class: 'hint' }, t('saveChatsHint')), this.files)));
    // On the document: a button that turned its fault off is gone and took the focus with it.
    document.addEventListener('keydown', event => event.key === 'Escape' && !this.root.hidden && !document.querySelector('dialog[open], .menu') && this.toggle());
    this.drawForm();
    this.refresh();
    setInterval(() => !document.hidden && !this.root.hidden && this.refresh(), glance);
    setInterval(() => !document.hidden && this.root.hidden && this.refresh(), 8 * glance);
  }

  toggle() {
    this.root.hidden = !this.root.hidden;
    document.body.classList.toggle('with-drawer', !this.root.hidden);
    if (this.root.hidden) return;
    this.drawFiles();
    this.refresh();
    this.root.querySelector('.round-button').focus();
  }

  async refresh() {
    await this.attempt(async () => {
      const [faults, clock, limits] = await Promise.all([readFaults(), readClock(), readLimits()]);
      this.faults = faults;
      this.drawActive();
      this.clock.textContent = formatMoment(clock.now) + (clock.ahead ? `, ${t('ahead', { duration: duration(clock.ahead) })}` : '');
      this.drawLimits(limits);
      this.counted(faults.length + Number(limits.perChat) + Number(limits.bulk));
    }, false);
  }

  /** What the simulator refuses is told in the drawer itself. */
  async attempt(action, thenRefresh = true) {
    try {
      await action();
      this.trouble.textContent = '';
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      this.trouble.textContent = t('failed', { reason: error.message });
      return;
    }
    if (thenRefresh) await this.refresh();
  }

  drawActive() {
    this.active.replaceChildren(...(this.faults.length ? this.faults.map(fault => el('div', { class: 'fault', 'data-testid': 'active-fault' },
      icon('fault'), el('span', { class: 'menu-text' }, el('strong', {}, kindName(fault.kind)), el('small', {}, describe(fault))),
      el('button', { class: 'chip', type: 'button', 'data-testid': 'turn-off', onclick: () => this.attempt(() => turnOff(fault)) }, t('turnOff'))))
      : [el('p', { class: 'hint' }, t('noFaults'))]));
    if (this.faults.length > 1) this.active.append(el('button', { class: 'plain-button', type: 'button', onclick: () => this.attempt(turnAllOff) }, t('allOff')));
  }

  drawForm() {
    const { side, kinds, methods, paths } = targets[this.target];
    const kind = choice(t('faultKind'), 'kind', kinds.map(each => [each, kindName(each)]));
    const seconds = el('label', { class: 'field' }, el('span', {}), el('input', { name: 'seconds', type: 'number', min: 1, max: 600, value: 5 }));
    const showSeconds = () => {
      const chosen = kind.lastChild.value;
      seconds.hidden = !needsSeconds(chosen) && chosen !== '429';
      seconds.firstChild.textContent = t(chosen === '429' ? 'retryAfter' : 'seconds');
    };
    kind.addEventListener('change', showSeconds);
    this.form.replaceChildren(
      el('div', { class: 'tabs', role: 'group', 'aria-label': t('newFault') }, Object.keys(targets).map(each => el('button', {
        type: 'button', 'aria-pressed': String(each === this.target), 'data-testid': `fault-${each}`, onclick: () => { this.target = each; this.drawForm(); },
      }, t(`target_${each}`)))),
      kind,
      methods || paths ? choice(t(paths ? 'path' : this.target === 'updates' ? 'updateKind' : 'method'), paths ? 'path' : 'method', [['', t('any')], ...(methods ?? paths).map(each => [each, each])]) : null,
      el('div', { class: 'pair' },
        choice(t('howOften'), 'times', [[1, t('once')], [3, t('severalTimes', { count: 3 })], [10, t('severalTimes', { count: 10 })], ...(side === 'telegram' ? [[0, t('untilOff')]] : [])]),
        side === 'telegram' ? choice(t('probability'), 'probability', [1, 0.5, 0.2, 0.05].map(each => [each, each === 1 ? t('always') : `${each * 100} %`])) : null,
        seconds),
      el('button', { class: 'main-button', type: 'submit', 'data-testid': 'add-fault' }, t('letItHappen')));
    showSeconds();
  }

  async add(event) {
    event.preventDefault();
    const data = Object.fromEntries(new FormData(this.form));
    const fault = { kind: data.kind, times: Number(data.times) };
    if (data.method) fault.method = data.method;
    if (data.path) fault.path = data.path;
    if (data.probability) fault.probability = Number(data.probability);
    if (needsSeconds(data.kind)) fault.seconds = Number(data.seconds);
    if (data.kind === '429') fault.retryAfter = Number(data.seconds);
    await this.attempt(() => addFault(targets[this.target].side, fault));
  }

  drawLimits(limits) {
    if (JSON.stringify(limits) === this.shownLimits) return;
    this.shownLimits = JSON.stringify(limits);
    this.limits.replaceChildren(...['perChat', 'bulk'].map(name => el('label', { class: 'switch-row' },
      el('span', {}, t(`limit_${name}`)),
      el('input', { type: 'checkbox', checked: limits[name], onchange: event => this.attempt(() => setLimits({ ...limits, [name]: event.target.checked })) }))));
  }

  drawFiles() {
    this.files.replaceChildren(...this.chats().map(({ name, recordingUrl }) =>
      el('button', { class: 'chip', type: 'button', 'data-testid': 'save-chat', onclick: () => saveFile(recordingUrl) }, icon('save'), name)));
  }
}

function section(title, ...content) {
  return el('section', {}, el('h3', {}, title), content);
}

function duration(seconds) {
  const [days, hours, minutes] = [Math.floor(seconds / (24 * hour)), Math.floor(seconds / hour) % 24, Math.floor(seconds / 60) % 60];
  return [days && t('days', { count: days }), hours && t('hours', { count: hours }), minutes && t('minutes', { count: minutes })].filter(Boolean).join(' ');
}
