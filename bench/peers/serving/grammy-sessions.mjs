// grammY with sessions in PostgreSQL by its own adapter: the author keeps the step himself.
import { Bot, session, webhookCallback } from "grammy";
import { PsqlAdapter } from "@grammyjs/storage-psql";
import { api, me, pool, secret, serve, token } from "./settings.mjs";
import { markup, questions, said } from "./texts.mjs";

const bot = new Bot(token, { botInfo: me, client: { apiRoot: api } });
bot.use(session({ initial: () => ({ at: null, answers: {} }), storage: await PsqlAdapter.create({ tableName: "sessions", client: pool }) }));
bot.command("start", (ctx) => {
  ctx.session = { at: 0, answers: {} };
  return ctx.reply(said(-1, {}), markup(-1));
});
bot.on("message:text", (ctx) => {
  const { at, answers } = ctx.session;
  if (at === null) return;
  answers[questions[at].key] = ctx.message.text;
  ctx.session.at = at + 1 < questions.length ? at + 1 : null;
  return ctx.reply(said(at, answers), markup(at));
});
serve(webhookCallback(bot, "http", { secretToken: secret }));
