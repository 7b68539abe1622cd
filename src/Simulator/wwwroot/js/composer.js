import { el } from './dom.js';
import { summary } from './attachments.js';
import { CommandList } from './commands.js';
import { icon } from './icons.js';
import { openMenu } from './menu.js';
import { replyKeyboard } from './reply-keyboard.js';
import { t } from './strings.js';

const longest = 4096;

const iconButton = (name, label, onclick, attributes = {}) =>
  el('button', { class: 'icon-button', type: 'button', 'aria-label': label, title: label, onclick, ...attributes }, icon(name));

/** Where a person writes. `subject` is the message being answered or edited, shown in a strip above the input. */
export class Composer {
  subject = null;
  forced = null;

  constructor(commands, actions) {
    this.actions = actions;
    this.commands = new CommandList(commands, { choose: text => this.say(text), leave: () => this.focus() });
    this.strip = el('div', { class: 'strip', hidden: true });
    this.keys = el('div', { hidden: true });
    this.count = el('span', { class: 'count', role: 'status' });
    this.input = el('textarea', {
      'data-testid': 'input', rows: 1, dir: 'auto', enterkeyhint: 'send', autocomplete: 'off', 'aria-label': t('message'),
      oninput: () => this.noticeText(), onkeydown: event => this.key(event), onpaste: event => this.paste(event),
    });
    this.slash = iconButton('slash', t('commands'), () => this.toggleCommands(), { 'data-testid': 'commands', hidden: commands.length === 0 });
    this.toggle = iconButton('keyboard', t('hideKeyboard'), () => this.showKeys(this.keys.hidden), { hidden: true, 'data-testid': 'keyboard-toggle' });
    this.attach = iconButton('clip', t('attach'), () => this.openAttachMenu(), { 'aria-haspopup': 'menu', 'data-testid': 'attach' });
    this.sendButton = el('button', { class: 'send', type: 'submit', 'data-testid': 'send', 'aria-label': t('send'), title: t('send') }, icon('send'));
    this.root = el('form', { class: 'composer', onsubmit: event => this.submit(event) },
      this.commands.root, this.strip, this.keys,
      el('div', { class: 'write' }, el('div', { class: 'field-of-text' }, this.slash, this.input, this.toggle, this.attach), this.sendButton), this.count);
    this.setKeyboard(null);
    this.noticeText();
  }

  focus() { this.input.focus({ preventScroll: true }); }

  setKeyboard(keyboard) {
    this.keyboard = keyboard;
    if (keyboard) this.keys.replaceChildren(replyKeyboard(keyboard, {
      ...this.actions, text: text => this.say(text), used: () => this.showKeys(false),
    }));
    this.toggle.hidden = !keyboard || keyboard.persistent === true;
    this.showKeys(Boolean(keyboard));
    this.showPlaceholder();
  }

  showKeys(visible) {
    this.keys.hidden = !visible;
    this.toggle.ariaLabel = this.toggle.title = t(visible ? 'hideKeyboard' : 'showKeyboard');
    this.toggle.ariaExpanded = String(visible);
  }

  /** The bot's wish for an answer. It gives way to the person's own reply or edit and comes back afterwards. */
  setForced(subject) {
    this.forced = subject;
    if (!this.subject || this.subject.kind === 'forced') this.setSubject(subject);
  }

  /** The person replies to a message or edits one. */
  begin(subject) {
    this.setSubject(subject);
    this.focus();
  }

  dismiss() {
    if (this.subject?.kind === 'forced') this.forced = null;
    this.setSubject(this.forced);
    this.focus();
  }

  setSubject(subject) {
    const leavingEdit = this.subject?.kind === 'edit';
    this.subject = subject;
    this.strip.hidden = !subject;
    this.root.classList.toggle('answering', subject?.kind === 'forced');
    if (subject) {
      const { kind, message, author } = subject;
      this.strip.replaceChildren(icon(kind === 'edit' ? 'edit' : 'reply'),
        el('div', { class: 'strip-text' },
          el('strong', { dir: 'auto' }, kind === 'edit' ? t('editing') : t('replyTo', { name: author })),
          el('span', { dir: 'auto' }, summary(message))),
        iconButton('close', t('cancel'), () => this.dismiss()));
    }
    if (subject?.kind === 'edit') this.setText(subject.message.text);
    else if (leavingEdit) this.setText('');
    this.sendButton.ariaLabel = this.sendButton.title = t(subject?.kind === 'edit' ? 'save' : 'send');
    this.sendButton.replaceChildren(icon(subject?.kind === 'edit' ? 'check' : 'send'));
    this.showPlaceholder();
  }

  showPlaceholder() {
    this.input.placeholder = this.subject?.placeholder || this.keyboard?.placeholder || t('message');
  }

  setText(text) {
    this.input.value = text;
    this.noticeText();
  }

  noticeText() {
    const text = this.input.value;
    const length = text.trim().length;
    this.input.style.height = 'auto';
    // Before it stands on the page it has no height to grow to.
    if (this.input.scrollHeight > 0) this.input.style.height = `${this.input.scrollHeight}px`;
    this.sendButton.disabled = length === 0 || length > longest;
    this.count.textContent = length > longest ? t('tooLong', { count: length }) : '';
    if (/^\/\w*$/.test(text)) this.commands.show(text);
    else this.commands.hide();
  }

  key(event) {
    if (event.isComposing) return;
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      this.root.requestSubmit();
    } else if (event.key === 'ArrowUp' && this.commands.open) {
      event.preventDefault();
      this.commands.focus();
    } else if (event.key === 'ArrowUp' && !this.input.value) {
      event.preventDefault();
      this.actions.editLast();
    } else if (event.key === 'Escape') {
      if (this.commands.open) this.commands.hide();
      else this.dismiss();
    }
  }

  paste(event) {
    const files = [...event.clipboardData.files].filter(each => each.type.startsWith('image/'));
    if (files.length === 0) return;
    event.preventDefault();
    this.actions.drop(files);
  }

  submit(event) {
    event.preventDefault();
    if (this.sendButton.disabled) return;
    const text = this.input.value.trim();
    const { subject } = this;
    if (subject?.kind !== 'edit') this.forced = null;
    this.setSubject(this.forced);
    this.setText('');
    this.focus();
    if (subject?.kind === 'edit') this.actions.edit(subject.message, text);
    else this.actions.text(text, subject?.message.id);
  }

  /** A button or a command speaks for the person and answers the bot's question as typed text would. */
  say(text) {
    if (/^\/\w*$/.test(this.input.value)) this.setText('');
    const replyTo = this.forced?.message.id;
    this.forced = null;
    this.setSubject(null);
    this.actions.text(text, replyTo);
  }

  toggleCommands() {
    if (this.commands.open) return this.commands.hide();
    this.commands.show();
    this.commands.focus();
  }

  openAttachMenu() {
    openMenu(['photo', 'document', 'location', 'contact', 'foreignContact', 'voice', 'sticker']
      .map(kind => ({ icon: kind, text: t(kind), run: () => this.actions[kind]() })), this.attach);
  }
}
