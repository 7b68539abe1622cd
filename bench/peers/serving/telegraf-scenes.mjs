// Telegraf with a wizard scene, its sessions in PostgreSQL by Telegraf's own adapter.
import http from "node:http";
import { Scenes, session, Telegraf } from "telegraf";
import { Postgres } from "@telegraf/session/pg";
import { api, me, path, pool, secret, serve, token } from "./settings.mjs";
import { markup, questions, said } from "./texts.mjs";

// Without the reply in the answer to the webhook: that one is sent before the session is kept.
const bot = new Telegraf(token, { telegram: { apiRoot: api, webhookReply: false, agent: new http.Agent({ keepAlive: true }) } });
bot.botInfo = me;
const form = new Scenes.WizardScene("form",
  async (ctx) => {
    ctx.wizard.state.answers = {};
    await ctx.reply(said(-1, {}), markup(-1));
    return ctx.wizard.next();
  },
  ...questions.map((question, at) => async (ctx) => {
    const { answers } = ctx.wizard.state;
    answers[question.key] = ctx.message.text;
    await ctx.reply(said(at, answers), markup(at));
    return at + 1 < questions.length ? ctx.wizard.next() : ctx.scene.leave();
  }));
bot.use(session({ store: Postgres({ pool, table: "telegraf_sessions" }) }));
bot.use(new Scenes.Stage([form]).middleware());
bot.start((ctx) => ctx.scene.enter("form"));
serve(bot.webhookCallback(path, { secretToken: secret }));
