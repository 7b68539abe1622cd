export class ApiError extends Error {}

/** The answer's JSON, null when there is none; a refusal or a dead line throws ApiError with the reason. */
export async function call(path, init) {
  let response;
  try {
    response = await fetch(path, init);
  } catch (error) {
    throw new ApiError(error.message);
  }
  if (!response.ok) throw new ApiError((await response.text()).slice(0, 200) || `HTTP ${response.status}`);
  const body = await response.text();
  return body ? JSON.parse(body) : null;
}

const root = '/chat/api';

const post = (path, body) =>
  call(`${root}${path}`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });

export const readBots = () => call(`${root}/bots`);
export const readPeople = () => call(`${root}/people`);
export const addPerson = person => post('/people', person);

/** Everything one person can do in the chat with one bot. */
export class ChatApi {
  constructor(bot, person) {
    this.path = `/${bot}/${person}`;
    this.recordingUrl = `/sim/recordings/${bot}/${person}`;
    this.eventsUrl = `${root}/events?bot=${bot}&person=${person}`;
  }

  read() { return call(`${root}${this.path}`); }
  sendText(text, replyTo) { return post(`${this.path}/text`, replyTo ? { text, replyTo } : { text }); }
  press(messageId, data) { return post(`${this.path}/press`, { messageId, data }); }
  edit(messageId, text) { return post(`${this.path}/edit`, { messageId, text }); }
  delete(messageId) { return post(`${this.path}/delete`, { messageId }); }
  sendContact(contact = {}) { return post(`${this.path}/contact`, contact); }
  sendLocation(latitude, longitude) { return post(`${this.path}/location`, { latitude, longitude }); }
  block(blocked) { return post(`${this.path}/block`, { blocked }); }

  /** One file, or several as an album. */
  sendFiles(files, kind, { caption, emoji } = {}) {
    const form = new FormData();
    form.append('kind', kind);
    if (caption) form.append('caption', caption);
    if (emoji) form.append('emoji', emoji);
    files.forEach((file, index) => form.append(`file${index}`, file, file.name));
    return call(`${root}${this.path}/file`, { method: 'POST', body: form });
  }
}
