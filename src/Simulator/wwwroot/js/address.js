export const mostPeople = 4;

/** The page's state lives in its address, so a link or a reload opens the same bot and the same people. */
export function readAddress() {
  const query = new URLSearchParams(location.search);
  const people = (query.get('people') ?? '').split(',').map(Number).filter(Boolean);
  return { bot: Number(query.get('bot')) || null, people: [...new Set(people)].slice(0, mostPeople) };
}

export function writeAddress(bot, people) {
  const url = `${location.pathname}?bot=${bot}&people=${people.join(',')}`;
  if (url !== location.pathname + location.search) history.replaceState(null, '', url);
}
