export class ApiError extends Error {}

async function call(path, init) {
  let response;
  try {
    response = await fetch(`/chat/api${path}`, init);
  } catch (error) {
    throw new ApiError(error.message);
  }
  if (!response.ok) throw new ApiError((await response.text()).slice(0, 200) || `HTTP ${response.status}`);
  const body = await response.text();
  return body ? JSON.parse(body) : null;
}

const post = (path, body) =>
  call(path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });

export const readBots = () => call('/bots');
export const readPeople = () => call('/people');
export const addPerson = person => post('/people', person);

/** Everything one person can do in the chat with one bot. */
export class ChatApi {
  constructor(bot, person) {
    this.path = `/${bot}/${person}`;
    this.eventsUrl = `/chat/api/events?bot=${bot}&person=${person}`;
  }

  read() { return call(this.path); }
  sendText(text, replyTo) { return post(`${this.path}/text`, replyTo ? { text, replyTo } : { text }); }
  press(messageId, data) { return post(`${this.path}/press`, { messageId, data }); }
  edit(messageId, text) { return post(`${this.path}/edit`, { messageId, text }); }
  sendContact() { return post(`${this.path}/contact`, {}); }
  sendLocation(latitude, longitude) { return post(`${this.path}/location`, { latitude, longitude }); }
  block(blocked) { return post(`${this.path}/block`, { blocked }); }

  sendFile(file, kind, caption) {
    const form = new FormData();
    form.append('kind', kind);
    if (caption) form.append('caption', caption);
    form.append('file', file, file.name);
    return call(`${this.path}/file`, { method: 'POST', body: form });
  }
}
