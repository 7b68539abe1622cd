import { el } from './dom.js';
import { openDialog } from './dialog.js';
import { t } from './strings.js';

const stickers = ['👍', '❤️', '😂', '😮', '😢', '🙏', '🎉', '🐈'];
const side = 256;
const rate = 8000;

/** Eight stickers to send with one tap. They are drawn here, so that nothing has to be fetched. */
export function chooseSticker(send) {
  const dialog = openDialog({
    title: t('sticker'),
    body: el('div', { class: 'sticker-choice' }, stickers.map(emoji => el('button', {
      type: 'button', 'data-testid': 'sticker', 'aria-label': emoji, onclick: async () => { dialog.close(); send(await draw(emoji), emoji); },
    }, emoji))),
    cancel: t('close'),
  });
}

async function draw(emoji) {
  const canvas = new OffscreenCanvas(side, side);
  const pen = canvas.getContext('2d');
  pen.font = `${side * 0.76}px "Apple Color Emoji", "Segoe UI Emoji", "Noto Color Emoji", sans-serif`;
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  pen.fillStyle = '#8a5a00';
  pen.fillText(emoji, side / 2, side * 0.54);
  return new File([await canvas.convertToBlob({ type: 'image/webp' })], 'sticker.webp', { type: 'image/webp' });
}

/** Two seconds of a humming voice. The container is WAV; the bot is told what Telegram would tell it. */
export function voiceNote() {
  const samples = rate * 2;
  const view = new DataView(new ArrayBuffer(44 + samples));
  const text = (at, value) => [...value].forEach((letter, index) => view.setUint8(at + index, letter.charCodeAt(0)));
  text(0, 'RIFF');
  view.setUint32(4, 36 + samples, true);
  text(8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, rate, true);
  view.setUint32(28, rate, true);
  view.setUint16(32, 1, true);
  view.setUint16(34, 8, true);
  text(36, 'data');
  view.setUint32(40, samples, true);
  for (let index = 0; index < samples; index++) {
    const time = index / rate;
    const loudness = Math.sin(Math.PI * time / 2) * (0.6 + 0.4 * Math.sin(time * 17));
    view.setUint8(44 + index, 128 + 50 * loudness * Math.sin(2 * Math.PI * (150 + 30 * Math.sin(time * 5)) * time));
  }
  return new File([view], 'voice.oga', { type: 'audio/ogg' });
}
