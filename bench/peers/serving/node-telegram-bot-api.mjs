// node-telegram-bot-api, which keeps no state: the author writes it to PostgreSQL himself.
import { Bot } from "node-telegram-bot-api";
import { createWebhookServer } from "node-telegram-bot-api/node";
import { api, path, pool, port, secret, token } from "./settings.mjs";
import { markup, questions, said } from "./texts.mjs";

await pool.query("create table if not exists forms (chat bigint primary key, at int, answers jsonb not null)");
const keep = (chat, at, answers) =>
  pool.query("insert into forms (chat, at, answers) values ($1, $2, $3) on conflict (chat) do update set at = excluded.at, answers = excluded.answers", [chat, at, answers]);

const bot = new Bot(token, { apiRoot: api });
bot.command("start", async (ctx) => {
  await keep(ctx.chat.id, 0, {});
  await ctx.reply(said(-1, {}), markup(-1));
});
bot.on("message", async (ctx) => {
  const { rows: [form] } = await pool.query("select at, answers from forms where chat = $1", [ctx.chat.id]);
  if (form?.at == null) return;
  const answers = { ...form.answers, [questions[form.at].key]: ctx.message.text };
  await keep(ctx.chat.id, form.at + 1 < questions.length ? form.at + 1 : null, answers);
  await ctx.reply(said(form.at, answers), markup(form.at));
});
createWebhookServer(bot, { path, secretToken: secret }).listen(port, "127.0.0.1", () => console.log("ready"));
