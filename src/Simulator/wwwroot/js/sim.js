import { call } from './api.js';

const sides = { telegram: '/sim', carrier: '/sim/carrier', oxapay: '/sim/oxapay' };

const send = (method, path, body) =>
  call(path, { method, headers: { 'Content-Type': 'application/json' }, body: body === undefined ? undefined : JSON.stringify(body) });

/** What is active on all three sides. Only Telegram's faults have numbers; the others are turned off side by side. */
export async function readFaults() {
  const lists = await Promise.all(Object.entries(sides).map(async ([side, path]) => (await call(`${path}/faults`)).map(fault => ({ ...fault, side }))));
  return lists.flat();
}

export const addFault = (side, fault) => send('POST', `${sides[side]}/faults`, fault);
export const turnOff = fault => send('DELETE', `${sides[fault.side]}/faults${fault.id ? `/${fault.id}` : ''}`);
export const turnAllOff = () => Promise.all(Object.values(sides).map(path => send('DELETE', `${path}/faults`)));
export const readClock = () => call('/sim/clock');
export const moveClock = seconds => send('POST', '/sim/clock', { seconds });
export const readLimits = () => call('/sim/limits');
export const setLimits = limits => send('PUT', '/sim/limits', limits);
export const renumber = bot => send('POST', `/sim/updates/renumber?bot=${bot}`, {});
