// Children are always nodes or plain text, so nothing a bot or a person writes can turn into markup.
export function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value == null || value === false) continue;
    if (name.startsWith('on')) node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? '' : value);
  }
  node.append(...children.flat().filter(child => child != null && child !== false));
  return node;
}

// Without a scheme check a bot could put javascript: behind a button.
export function safeUrl(text) {
  try {
    const url = new URL(text, location.href);
    return ['http:', 'https:', 'mailto:', 'tel:', 'tg:'].includes(url.protocol) ? url.href : null;
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

export function onActivate(node, run) {
  node.addEventListener('click', run);
  node.addEventListener('keydown', event => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    run(event);
  });
}

const longPress = 500;

/** A finger that rests. Android says so itself with a contextmenu, iOS does not. */
export function onLongPress(node, run) {
  let timer;
  const stop = () => clearTimeout(timer);
  node.addEventListener('touchstart', event => {
    stop();
    if (event.touches.length > 1 || !isApple()) return;
    const { clientX, clientY } = event.touches[0];
    timer = setTimeout(() => run({ clientX, clientY, target: event.target }), longPress);
  }, { passive: true });
  for (const end of ['touchend', 'touchmove', 'touchcancel']) node.addEventListener(end, stop, { passive: true });
}

const isApple = () => /iPhone|iPad|Macintosh/.test(navigator.userAgent);

/** A labelled list to choose from; the options are pairs of value and text. */
export function choice(label, name, options) {
  return el('label', { class: 'field' }, el('span', {}, label), el('select', { name }, options.map(([value, text]) => el('option', { value }, text))));
}

/** The server names the file. */
export function saveFile(url) {
  const link = el('a', { href: url, download: '' });
  document.body.append(link);
  link.click();
  link.remove();
}
