// Runs the steps of a file against telegram-test-api and prints the file with the shapes of its answers. See check.sh.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const [, , stepsFile, modules] = process.argv;
const TelegramServer = createRequire(`${modules}/package.json`)('telegram-test-api');
const token = '700:secret';
const anna = 1001;

const typeOf = (key, value) => (value === null ? 'null' : key === 'date' && value > 1e12 ? 'milliseconds' : typeof value);

const shapeOf = (value, key) => {
  if (Array.isArray(value)) return value.slice(0, 1).map(each => shapeOf(each));
  if (value === null || typeof value !== 'object') return typeOf(key, value);
  return Object.fromEntries(Object.keys(value).sort().map(name => [name, shapeOf(value[name], name)]));
};

const server = new TelegramServer({ port: 20000 + Math.floor(Math.random() * 20000), host: '127.0.0.1' });
await server.start();
const client = server.getClient(token, { userId: anna, chatId: anna, firstName: 'Anna' });
const known = { $press: '1', $next: 0 };
const filled = value => JSON.parse(JSON.stringify(value), (_, part) => known[part] ?? part);

const steps = JSON.parse(readFileSync(stepsFile, 'utf8'));
for (const step of steps) {
  if (step.writes) await client.sendCommand(client.makeCommand(step.writes));
  else if (step.presses) await client.sendCallback(client.makeCallbackQuery(step.presses, { message: { message_id: step.on } }));
  else {
    const response = await fetch(`${server.config.apiURL}/bot${token}/${step.call}`, {
      method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(filled(step.with)),
    });
    step.answer = shapeOf(await response.json());
  }
}
await server.stop();
console.log(`[\n${steps.map(step => `  ${JSON.stringify(step)}`).join(',\n')}\n]`);
