// What a contestant is told by its environment: PostgreSQL in PG*, the Bot API, its own port.
import http from "node:http";
import pg from "pg";

const { PORT, API, TOKEN, SECRET } = process.env;
export const port = Number(PORT);
export const api = API;
export const token = TOKEN;
export const secret = SECRET;
export const path = "/hook";
export const me = { id: 42, is_bot: true, first_name: "Form", username: "form_bot", can_join_groups: false, can_read_all_group_messages: false, supports_inline_queries: false };
export const pool = new pg.Pool();

export const serve = (callback) =>
  http.createServer((request, response) => {
    Promise.resolve(callback(request, response)).catch((error) => {
      console.error(error);
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  }).listen(port, "127.0.0.1", () => console.log("ready"));
