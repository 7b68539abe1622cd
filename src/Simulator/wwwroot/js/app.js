import { el } from './dom.js';
import { mostPeople, readAddress, writeAddress } from './address.js';
import { ApiError, addPerson, readBots, readPeople } from './api.js';
import { Bar } from './bar.js';
import { Chat } from './chat.js';
import { showAlert } from './dialog.js';
import { FaultDrawer } from './faults.js';
import { fullName, openPeopleDialog } from './people.js';
import { language, t } from './strings.js';

const columns = document.getElementById('columns');
const chats = new Map();
let bots = [];
let people = [];
let bot;
let open = [];
let shown;

const bar = new Bar(document.getElementById('bar'), {
  chooseBot: id => go(id, open),
  rereadBots: () => rereadBots(),
  show: id => showPerson(id),
  toggleFaults: () => drawer.toggle(),
  managePeople: () => openPeopleDialog({ people, open, toggle: togglePerson, add: newPerson }),
});

const drawer = new FaultDrawer({
  bot: () => bot,
  chats: () => open.map(id => ({ name: fullName(people.find(person => person.id === id)), recordingUrl: chats.get(id).api.recordingUrl })),
  counted: count => bar.showFaults(count),
});

function go(botId, personIds) {
  if (bot?.id !== botId) closeAll();
  bot = bots.find(each => each.id === botId) ?? bots[0];
  open = personIds.filter(id => people.some(person => person.id === id));
  if (open.length === 0) open = [people[0].id];
  writeAddress(bot.id, open);
  for (const [id, chat] of chats) {
    if (open.includes(id)) continue;
    chat.leave();
    chats.delete(id);
  }
  for (const id of open) if (!chats.has(id)) chats.set(id, openChat(id));
  // A column moves only when its place differs: moving it would lose its scroll position.
  open.forEach((id, index) => {
    if (columns.children[index] !== chats.get(id).root) columns.insertBefore(chats.get(id).root, columns.children[index] ?? null);
  });
  document.title = `${bot.name} · ${t('title')}`;
  showPerson(open.includes(shown) ? shown : open[0]);
}

function openChat(id) {
  return new Chat(bot, people.find(person => person.id === id), {
    close: () => open.length > 1 && togglePerson(id),
    unread: () => chats.get(id).root.checkVisibility() || bar.addUnread(id),
  });
}

function closeAll() {
  chats.forEach(chat => chat.leave());
  chats.clear();
}

function showPerson(id) {
  shown = id;
  chats.forEach((chat, each) => chat.root.classList.toggle('shown', each === id));
  chats.get(id).timeline.scrollToEnd();
  bar.draw({ bot, people: open.map(each => people.find(person => person.id === each)), shown });
}

function togglePerson(id) {
  go(bot.id, open.includes(id) ? open.filter(each => each !== id) : [...open, id]);
}

async function newPerson(draft) {
  try {
    const person = await addPerson(draft);
    people = [...people, person];
    shown = person.id;
    go(bot.id, [...open.slice(0, mostPeople - 1), person.id]);
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    showAlert(t('newPerson'), t('failed', { reason: error.message }));
  }
}

async function rereadBots() {
  try {
    bots = await readBots();
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    // The chats already say that the line is down; the bots known so far are still worth showing.
  }
  return bots;
}

/** Waits for the simulator and for the first bot: a shop usually starts a moment later than this page. */
async function begin() {
  try {
    [bots, people] = await Promise.all([readBots(), readPeople()]);
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return waitWith(t('unreachable'), t('unreachableHint'));
  }
  if (bots.length === 0) return waitWith(t('noBots'), t('noBotsHint'));
  columns.replaceChildren();
  const address = readAddress();
  go(address.bot, address.people);
}

function waitWith(title, hint) {
  columns.replaceChildren(el('div', { class: 'waiting', role: 'status' }, el('h1', {}, title), el('p', {}, hint)));
  setTimeout(begin, 2000);
}

document.documentElement.lang = language;
document.getElementById('notice').textContent = t('notice');
columns.append(el('p', { class: 'waiting' }, t('connecting')));
document.body.append(drawer.root);
await begin();
