import { language, t } from './strings.js';

const clock = new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const dayOfYear = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'long' });
const fullDay = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'long', year: 'numeric' });

const fromUnix = seconds => new Date(seconds * 1000);

export const formatTime = seconds => clock.format(fromUnix(seconds));

const moment = new Intl.DateTimeFormat(language, { weekday: 'short', day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

export const formatMoment = seconds => moment.format(fromUnix(seconds));

export const isoTime = seconds => fromUnix(seconds).toISOString();

export const sameDay = (left, right) => fromUnix(left).toDateString() === fromUnix(right).toDateString();

export function formatDay(seconds) {
  const date = fromUnix(seconds);
  const today = new Date();
  const yesterday = new Date(today.getFullYear(), today.getMonth(), today.getDate() - 1);
  if (date.toDateString() === today.toDateString()) return t('today');
  if (date.toDateString() === yesterday.toDateString()) return t('yesterday');
  return (date.getFullYear() === today.getFullYear() ? dayOfYear : fullDay).format(date);
}

export function formatSize(bytes) {
  const [value, unit] = bytes < 1024 ? [bytes, 'byte'] : bytes < 1024 ** 2 ? [bytes / 1024, 'kilobyte'] : [bytes / 1024 ** 2, 'megabyte'];
  return new Intl.NumberFormat(language, { style: 'unit', unit, maximumFractionDigits: value < 10 ? 1 : 0 }).format(value);
}

export function formatDuration(seconds) {
  return `${Math.floor(seconds / 60)}:${String(Math.round(seconds) % 60).padStart(2, '0')}`;
}
