// The order form of 18 questions as a grammY conversation, its state kept as JSON. Every update goes through the whole bot; only the network is pretended.
// usage: node form.mjs <forms> <wrong,wrong,...> <order,order,...>   prints one JSON object
import { Bot, InlineKeyboard } from "grammy";
import { conversations, createConversation } from "@grammyjs/conversations";
import { form } from "./questions.mjs";

const stored = new Map();
const storage = {
  read: (key) => (stored.has(key) ? JSON.parse(stored.get(key)) : undefined),
  write: (key, state) => void stored.set(key, JSON.stringify(state)),
  delete: (key) => void stored.delete(key),
};

let messages = 0;
const answer = () => ({ ok: true, result: { message_id: ++messages, date: 0, chat: { id: 7, type: "private" }, text: "" } });
const fetch = async () => ({ json: async () => answer() });

const skip = new InlineKeyboard().text("⏭️ Skip", "skip").row().text("◀️ Back", "back").text("❌ Cancel", "cancel");

async function order(conversation, ctx) {
  const answers = {};
  for (const [at, question] of form.entries()) {
    const text = `Step ${at + 1}/${form.length}\n<b>${question.prompt}</b>\nFor example: <code>${question.sample}</code>`;
    await ctx.reply(text, { parse_mode: "HTML", reply_markup: question.optional ? skip : undefined });
    for (;;) {
      const { message, callbackQuery } = await conversation.wait();
      if (callbackQuery?.data === "skip" && question.optional) break;
      const typed = message?.text?.trim();
      if (typed !== undefined && question.fits(typed)) {
        answers[question.key] = typed;
        break;
      }
      await ctx.reply(`⚠️ ${question.hint}\n\n${text}`, { parse_mode: "HTML" });
    }
  }
  const review = form.map((question) => `${question.label}: ${answers[question.key] ?? "—"}`).join("\n");
  await ctx.reply(review, { parse_mode: "HTML" });
}

const bot = new Bot("1:x", { botInfo: { id: 1, is_bot: true, first_name: "b", username: "b" }, client: { fetch } });
bot.use(conversations({ storage }));
bot.use(createConversation(order));
bot.command("order", (ctx) => ctx.conversation.enter("order"));

let updates = 0;
const from = { id: 7, is_bot: false, first_name: "Anna", language_code: "en" };
const say = (text) =>
  bot.handleUpdate({
    update_id: ++updates,
    message: {
      message_id: ++messages, date: 0, chat: { id: 7, type: "private", first_name: "Anna" }, from, text,
      entities: text.startsWith("/") ? [{ type: "bot_command", offset: 0, length: text.length }] : undefined,
    },
  });

async function timed(turn) {
  const begin = process.hrtime.bigint();
  await turn();
  return Number(process.hrtime.bigint() - begin) / 1000;
}

const sorted = (times) => [...times].sort((a, b) => a - b);
const median = (times) => sorted(times)[times.length >> 1];
const mean = (times) => times.reduce((sum, time) => sum + time, 0) / times.length;
const bytes = () => [...stored.values()].reduce((sum, json) => sum + Buffer.byteLength(json), 0);

async function fill(times, to = form.length) {
  await say("/order");
  for (const question of form.slice(0, to)) times.push(await timed(() => say(question.sample)));
}

async function forms(count) {
  for (let i = 0; i < Math.min(count, 200); i++) await fill([]);
  const times = [];
  const before = process.cpuUsage();
  for (let i = 0; i < count; i++) await fill(times);
  const { user, system } = process.cpuUsage(before);
  return { p50: median(times), p99: sorted(times)[Math.floor(times.length * 0.99)], mean: mean(times), cpu: (user + system) / times.length };
}

// The middle of the form: so many wrong answers, then the time of the wrong ones that follow.
async function wrong(count) {
  stored.clear();
  await fill([], 14);
  for (let i = 0; i < count; i++) await say("a lot");
  const size = bytes();
  const times = [];
  for (let i = 0; i < 15; i++) times.push(await timed(() => say("a lot")));
  return { count, p50: median(times), bytes: size };
}

async function orders(number) {
  stored.clear();
  for (let i = 1; i < number; i++) await fill([]);
  const times = [];
  await fill(times, 14);
  const size = bytes();
  return { count: number, p50: median(times), bytes: size };
}

const [count, wrongs, numbers] = process.argv.slice(2);
const result = { forms: await forms(Number(count)), wrong: [], orders: [] };
for (const each of wrongs.split(",")) result.wrong.push(await wrong(Number(each)));
for (const each of numbers.split(",")) result.orders.push(await orders(Number(each)));
console.log(JSON.stringify(result));
