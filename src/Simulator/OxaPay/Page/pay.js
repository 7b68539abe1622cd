const page = location.pathname.replace(/\/$/, "");
const track = page.split("/").pop();
const at = id => document.getElementById(id);
const dollars = value => value.toLocaleString("en-US", { style: "currency", currency: "USD" });

const ends = {
  paying: ["wait", "", "Платёж получен, ждём подтверждения", "Payment seen, waiting for confirmation"],
  paid: ["good", "✓", "Оплачено", "Paid"],
  underpaid: ["bad", "!", "Получено меньше, чем нужно", "Less was received than asked for"],
  refunded: ["bad", "↩", "Деньги возвращены плательщику", "The money was returned to the payer"],
  expired: ["bad", "×", "Время счёта истекло", "The invoice has expired"],
};

let state;
let skew = 0;

async function send(path, body) {
  const answer = await fetch(path, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });
  at("problem").hidden = answer.ok;
  if (!answer.ok)
    at("problem").textContent = `Не получилось · Did not work: ${(await answer.json()).error.message}`;
  await refresh();
}

async function refresh() {
  const answer = await fetch(`${page}/state`, { cache: "no-store" });
  if (!answer.ok)
    return location.reload();
  state = await answer.json();
  skew = state.now - Date.now();
  show();
}

function show() {
  const open = state.status === "new" || state.status === "waiting";
  at("amount").textContent = dollars(state.amount);
  at("description").textContent = state.description;
  at("track").textContent = state.track_id;
  at("order").textContent = state.order_id;
  at("order-row").hidden = !state.order_id;
  at("clock-row").hidden = at("bar").hidden = !open;
  at("paying").hidden = !open;
  at("end").hidden = open;
  showCoins();
  if (!open)
    showEnd();
  for (const share of document.querySelectorAll("[data-share]"))
    share.textContent = dollars(state.amount * Number(share.dataset.share));
  tick();
}

function showCoins() {
  if (!at("coins").children.length)
    at("coins").append(...state.coins.map(coinChoice));
  const coin = state.coins.find(one => one.id === state.coin);
  at("transfer").hidden = !coin;
  if (!coin)
    return;
  document.querySelector(`input[value="${coin.id}"]`).checked = true;
  at("send").textContent = `${coin.amount} ${coin.symbol}`;
  at("network").textContent = coin.network;
  at("address").textContent = coin.address;
}

function coinChoice(coin) {
  const label = document.createElement("label");
  label.className = "coin";
  label.innerHTML = `<input type="radio" name="coin"><strong></strong><span class="en"></span>`;
  const [input, name, network] = label.children;
  input.value = coin.id;
  name.textContent = coin.symbol;
  network.textContent = coin.id === "usdt" ? "TRC20" : coin.name;
  input.addEventListener("change", () => send(`${page}/coin`, { coin: coin.id }));
  return label;
}

function showEnd() {
  const [kind, sign, ru, en] = ends[state.status];
  at("end").dataset.kind = kind;
  at("sign").textContent = sign;
  at("end-ru").textContent = ru;
  at("end-en").textContent = en;
  at("paid").textContent = state.paid ? `Получено · Received: ${dollars(state.paid)}` : "";
  at("thanks").textContent = state.status === "paid" ? state.thanks_message : "";
  at("return").hidden = state.status !== "paid" && state.status !== "underpaid";
  at("back").hidden = !state.return_url || kind === "wait";
  at("back").href = state.return_url ?? "";
}

function tick() {
  const left = Math.max(0, state.expires_at - Date.now() - skew);
  const seconds = Math.floor(left / 1000);
  const pad = value => String(value).padStart(2, "0");
  const hours = Math.floor(seconds / 3600);
  at("clock").textContent = (hours ? `${hours}:` : "") + `${pad(Math.floor(seconds / 60) % 60)}:${pad(seconds % 60)}`;
  const whole = state.expires_at - state.created_at;
  at("bar").firstElementChild.style.width = `${100 * left / whole}%`;
}

for (const button of document.querySelectorAll("[data-how]"))
  button.addEventListener("click", () => send(`/sim/oxapay/invoices/${track}/pay`, { how: button.dataset.how }));

at("return").addEventListener("click", () => send(`/sim/oxapay/invoices/${track}/return`, {}));

await refresh();
setInterval(tick, 1000);
setInterval(refresh, 1000);
