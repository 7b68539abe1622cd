import { ApiError, ChatApi } from './api.js';
import { copyText } from './clipboard.js';
import { saveFile } from './dom.js';
import { Column } from './column.js';
import { Composer } from './composer.js';
import { showAlert } from './dialog.js';
import { ChatEvents } from './events.js';
import { openMenu } from './menu.js';
import { chooseSticker, voiceNote } from './quick.js';
import { askContact, askForeignContact, askLocation, chooseFiles, previewFiles } from './sharing.js';
import { t } from './strings.js';
import { Timeline } from './timeline.js';
import { Toasts } from './toast.js';

// Telegram lets the action fade after five seconds if the bot says nothing.
const typingFades = 5000;

/** One person's chat with one bot: what happens on the line and what the person does. `Column` is how it looks. */
export class Chat {
  forceReply = null;
  blocked = false;

  constructor(bot, person, { close, unread }) {
    Object.assign(this, { bot, close, unread });
    this.api = new ChatApi(bot.id, person.id);
    this.toasts = new Toasts();
    this.timeline = new Timeline(message => this.author(message), {
      command: text => this.composer.say(text),
      copy: text => this.copy(text),
      press: (messageId, data) => this.press(messageId, data),
      show: messageId => this.timeline.show(messageId),
      menu: (message, anchor, point) => this.openMessageMenu(message, anchor, point),
    });
    this.composer = new Composer(bot.commands ?? [], {
      text: (text, replyTo) => this.attempt(async () => this.received(await this.api.sendText(text, replyTo)), text),
      edit: (message, text) => this.attempt(() => this.api.edit(message.id, text), text),
      editLast: () => this.editLast(),
      photo: () => chooseFiles('photo', (...parts) => this.sendFiles(...parts)),
      document: () => chooseFiles('document', (...parts) => this.sendFiles(...parts)),
      sticker: () => chooseSticker((file, emoji) => this.sendFiles([file], 'sticker', null, emoji)),
      voice: () => this.sendFiles([voiceNote()], 'voice'),
      foreignContact: () => askForeignContact(contact => this.attempt(() => this.api.sendContact(contact))),
      contact: () => askContact(() => this.attempt(() => this.api.sendContact())),
      location: () => askLocation((latitude, longitude) => this.attempt(() => this.api.sendLocation(latitude, longitude))),
      drop: files => this.drop(files),
    });
    this.column = new Column({ bot, person, timeline: this.timeline, composer: this.composer, toasts: this.toasts, actions: {
      menu: () => this.openChatMenu(), start: () => this.composer.say('/start'), unblock: () => this.block(false), drop: files => this.drop(files),
    } });
    this.events = new ChatEvents(this.api.eventsUrl, {
      opened: () => this.read(), received: event => this.receive(event), lost: () => this.column.showOnline(false),
    });
  }

  get root() { return this.column.root; }

  author(message) { return message.from === 'bot' ? this.bot.name : t('you'); }

  /** Events that arrive while the chat is being read wait, or the older snapshot would overwrite them. */
  async read() {
    const waiting = [];
    this.waiting = waiting;
    try {
      const chat = await this.api.read();
      if (this.waiting !== waiting) return;
      this.timeline.sync(chat.messages);
      this.showKeyboard(chat);
      this.showBlocked(chat.blocked);
      this.column.showOnline(true);
      this.waiting = null;
      waiting.forEach(event => this.receive(event));
      this.column.showEmpty();
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      this.events.reconnect();
    }
  }

  receive(event) {
    if (this.waiting) this.waiting.push(event);
    else if (event.type === 'message') this.received(event.message);
    else if (event.type === 'edit') this.timeline.put(event.message);
    else if (event.type === 'delete') this.deleted(event.messageId);
    else if (event.type === 'typing') this.showTyping(true);
    else if (event.type === 'keyboard') this.showKeyboard(event);
    // The event does not say which way the switch went.
    else if (event.type === 'blocked') this.read();
  }

  received(message) {
    const isNew = !this.timeline.find(message.id);
    this.timeline.put(message);
    this.column.showEmpty();
    if (message.from === 'person') return;
    this.showTyping(false);
    if (isNew) this.unread();
    if (message.id === this.forceReply?.messageId) this.showForceReply();
  }

  deleted(messageId) {
    this.timeline.remove(messageId);
    this.column.showEmpty();
  }

  showTyping(visible) {
    clearTimeout(this.typingTimer);
    this.column.showTyping(visible);
    if (visible) this.typingTimer = setTimeout(() => this.showTyping(false), typingFades);
  }

  showKeyboard({ replyKeyboard = null, forceReply = null }) {
    if (JSON.stringify(this.composer.keyboard) !== JSON.stringify(replyKeyboard)) this.composer.setKeyboard(replyKeyboard);
    this.forceReply = forceReply;
    this.showForceReply();
  }

  // The wish may overtake its question on the line; then it waits for the message.
  showForceReply() {
    const question = this.timeline.find(this.forceReply?.messageId)?.message;
    this.composer.setForced(question ? { kind: 'forced', message: question, author: this.bot.name, placeholder: this.forceReply.placeholder } : null);
    if (question && this.column.mayTakeFocus()) this.composer.focus();
  }

  showBlocked(blocked) {
    this.blocked = blocked;
    this.column.showBlocked(blocked);
  }

  async press(messageId, data) {
    await this.attempt(async () => {
      const answer = await this.api.press(messageId, data);
      if (answer.timedOut) this.toasts.show(t('noAnswer'));
      else if (answer.text && answer.alert) showAlert(this.bot.name, answer.text);
      else if (answer.text) this.toasts.show(answer.text);
      if (answer.url) open(answer.url, '_blank', 'noopener');
    });
  }

  async block(blocked) {
    await this.attempt(async () => {
      await this.api.block(blocked);
      this.showBlocked(blocked);
    });
  }

  async sendFiles(files, kind, caption, emoji) {
    await this.attempt(async () => (await this.api.sendFiles(files, kind, { caption, emoji })).forEach(message => this.received(message)));
  }

  drop(files) {
    previewFiles(files, files.every(file => file.type.startsWith('image/')) ? 'photo' : 'document', (...parts) => this.sendFiles(...parts));
  }

  /** Says why when the simulator refuses, and gives the words back so that nobody has to type them twice. */
  async attempt(action, text) {
    try {
      await action();
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      this.toasts.show(t('failed', { reason: error.message }));
      if (text && !this.composer.input.value) this.composer.setText(text);
    }
  }

  editLast() {
    const message = this.timeline.messages.findLast(each => each.from === 'person' && each.text);
    if (message) this.composer.begin({ kind: 'edit', message });
  }

  async copy(text) {
    await copyText(text);
    this.toasts.show(t('copied'));
  }

  openMessageMenu(message, anchor, point) {
    const text = message.text ?? message.caption;
    openMenu([
      { icon: 'reply', text: t('reply'), run: () => this.composer.begin({ kind: 'reply', message, author: this.author(message) }) },
      text && { icon: 'copy', text: t('copy'), run: () => this.copy(text) },
      message.from === 'person' && message.text && { icon: 'edit', text: t('edit'), run: () => this.composer.begin({ kind: 'edit', message }) },
      { icon: 'trash', text: t('delete'), danger: true, run: () => this.attempt(() => this.api.delete(message.id)) },
    ].filter(Boolean), anchor, point);
  }

  openChatMenu() {
    openMenu([
      { icon: 'save', text: t('saveChat'), run: () => saveFile(this.api.recordingUrl) },
      { icon: 'block', text: t(this.blocked ? 'unblockBot' : 'blockBot'), danger: !this.blocked, run: () => this.block(!this.blocked) },
      { icon: 'close', text: t('closeColumn'), run: () => this.close() },
    ], this.column.menuButton);
  }

  leave() {
    this.events.close();
    clearTimeout(this.typingTimer);
    this.root.remove();
  }
}
