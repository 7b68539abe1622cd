const firstDelay = 500;
const longestDelay = 5000;

/** The live stream of one chat. It reconnects for ever and says `open` each time, so that the chat can be read anew. */
export class ChatEvents {
  constructor(url, { opened, received, lost }) {
    this.url = url;
    this.listeners = { opened, received, lost };
    this.delay = firstDelay;
    this.watchVisibility = () => (document.hidden ? this.disconnect() : this.connect());
    document.addEventListener('visibilitychange', this.watchVisibility);
    this.watchVisibility();
  }

  connect() {
    if (this.source) return;
    clearTimeout(this.retry);
    this.source = new EventSource(this.url);
    this.source.onopen = () => {
      this.delay = firstDelay;
      this.listeners.opened();
    };
    this.source.onmessage = event => this.listeners.received(JSON.parse(event.data));
    this.source.onerror = () => this.reconnect();
  }

  // The browser's own retry gives up after an HTTP error, so every retry is ours.
  reconnect() {
    this.disconnect();
    this.listeners.lost();
    this.retry = setTimeout(() => this.connect(), this.delay);
    this.delay = Math.min(this.delay * 2, longestDelay);
  }

  // A hidden tab gives its stream back: a browser allows only six connections to one address over HTTP/1.1.
  disconnect() {
    clearTimeout(this.retry);
    this.source?.close();
    this.source = null;
  }

  close() {
    document.removeEventListener('visibilitychange', this.watchVisibility);
    this.disconnect();
  }
}
