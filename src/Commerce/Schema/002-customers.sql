create table customers (
  id text primary key,
  shop text not null,
  language text not null,
  blocked_at bigint,
  created_at bigint not null
);
create index customers_shop on customers (shop, created_at);

-- Where a customer writes from: one row per bot and person.
create table identities (
  bot text not null,
  person text not null,
  chat text not null,
  customer text not null references customers (id),
  name text not null,
  username text,
  primary key (bot, person)
);
create index identities_chat on identities (bot, chat);
create index identities_customer on identities (customer);
