// grammY with its conversations plugin, whose state is in PostgreSQL by grammY's own adapter.
import { Bot, webhookCallback } from "grammy";
import { conversations, createConversation } from "@grammyjs/conversations";
import { PsqlAdapter } from "@grammyjs/storage-psql";
import { api, me, pool, secret, serve, token } from "./settings.mjs";
import { markup, questions, said } from "./texts.mjs";

const bot = new Bot(token, { botInfo: me, client: { apiRoot: api } });
bot.use(conversations({ storage: await PsqlAdapter.create({ tableName: "conversations", client: pool }) }));
bot.use(
  createConversation(async (conversation, ctx) => {
    const answers = {};
    await ctx.reply(said(-1, answers), markup(-1));
    for (const [at, question] of questions.entries()) {
      const answer = await conversation.waitFor("message:text");
      answers[question.key] = answer.message.text;
      await answer.reply(said(at, answers), markup(at));
    }
  }, "form"));
bot.command("start", (ctx) => ctx.conversation.enter("form"));
serve(webhookCallback(bot, "http", { secretToken: secret }));
