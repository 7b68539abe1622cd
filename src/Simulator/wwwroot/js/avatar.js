import { el } from './dom.js';

const palette = ['#b4532a', '#1b6452', '#7a4fa3', '#2f6690', '#a3324f', '#5f6b1f', '#8a5a00', '#3f5bb5'];
const white = '#ffffff';
const black = '#17201d';

export function avatar(id, name, color) {
  const background = CSS.supports('color', color ?? '') ? color : palette[Math.abs(Number(id)) % palette.length];
  const node = el('span', { class: 'avatar', 'aria-hidden': 'true' }, initials(name));
  node.style.setProperty('--tint', background);
  node.style.setProperty('--on-tint', readableOn(background));
  return node;
}

function initials(name) {
  const words = name.trim().split(/\s+/).slice(0, 2);
  return words.map(word => [...word][0] ?? '').join('').toLocaleUpperCase() || '?';
}

// A person's colour comes from the server, so the letters choose black or white by contrast.
function readableOn(color) {
  const hex = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(color);
  if (!hex) return white;
  const [red, green, blue] = hex.slice(1).map(part => {
    const value = parseInt(part, 16) / 255;
    return value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.18 ? black : white;
}
