import { el, onActivate, safeUrl } from './dom.js';
import { t } from './strings.js';

/** Text with its entities as nodes. Offsets count UTF-16 units, which is what JavaScript strings count too. */
export function renderText(text, entities, actions) {
  const sorted = (entities ?? []).filter(entity => entity.length > 0)
    .toSorted((left, right) => left.offset - right.offset || right.length - left.length);
  return renderRange(text, 0, text.length, sorted, actions);
}

function renderRange(text, start, end, entities, actions) {
  const nodes = [];
  let position = start;
  for (let index = 0; index < entities.length; index++) {
    const entity = entities[index];
    const from = Math.max(entity.offset, position);
    const to = Math.min(entity.offset + entity.length, end);
    if (from >= to) continue;
    if (from > position) nodes.push(text.slice(position, from));
    const inner = entities.slice(index + 1).filter(other => other.offset < to);
    nodes.push(wrap(entity, text.slice(from, to), renderRange(text, from, to, inner, actions), actions));
    position = to;
  }
  if (position < end) nodes.push(text.slice(position, end));
  return nodes;
}

function wrap(entity, text, content, actions) {
  switch (entity.type) {
    case 'bold': return el('strong', {}, content);
    case 'italic': return el('em', {}, content);
    case 'underline': return el('u', {}, content);
    case 'strikethrough': return el('s', {}, content);
    case 'blockquote':
    case 'expandable_blockquote': return el('blockquote', {}, content);
    case 'code': return copyable(el('code', {}, content), text, actions);
    case 'pre': return copyable(el('pre', {}, content), text, actions);
    case 'spoiler': return spoiler(content);
    case 'text_link': return link(entity.url, content);
    case 'url': return link(/^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `http://${text}`, content);
    case 'email': return link(`mailto:${text}`, content);
    case 'phone_number': return link(`tel:${text}`, content);
    case 'bot_command': return el('button', { class: 'link', type: 'button', onclick: () => actions.command(text) }, content);
    default: return el('span', {}, content);
  }
}

function link(address, content) {
  const href = address && safeUrl(address);
  return href ? el('a', { href, target: '_blank', rel: 'noopener noreferrer' }, content) : el('span', {}, content);
}

// Not a <button>: a long code has to break across lines like text.
function copyable(node, text, actions) {
  node.tabIndex = 0;
  node.role = 'button';
  node.title = t('copyCode');
  onActivate(node, () => actions.copy(text));
  return node;
}

function spoiler(content) {
  const hidden = el('span', { 'aria-hidden': 'true' }, content);
  const cover = el('span', { class: 'spoiler', role: 'button', tabindex: '0', 'aria-label': t('spoiler') }, hidden);
  hidden.inert = true;
  const reveal = event => {
    event.stopPropagation();
    cover.replaceWith(el('span', { class: 'revealed' }, content));
  };
  onActivate(cover, reveal);
  return cover;
}
