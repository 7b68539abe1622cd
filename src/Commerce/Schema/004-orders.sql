create table orders (
  id text primary key,
  shop text not null,
  customer text not null references customers (id),
  process text not null,
  state text not null,
  version bigint not null,
  details text not null,
  created_at bigint not null,
  changed_at bigint not null
);
create index orders_customer on orders (customer, created_at);
create index orders_state on orders (shop, process, state, created_at);
