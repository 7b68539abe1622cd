create table payments (
  id text primary key,
  shop text not null,
  customer text not null references customers (id),
  bot text not null,
  chat text not null,
  provider text not null,
  state text not null,
  version bigint not null,
  currency text not null,
  requested bigint not null,
  credited bigint,
  track_id text,
  pay_url text,
  order_id text,
  return_route text,
  created_at bigint not null,
  expires_at bigint,
  -- The fact: the provider confirmed the money.
  paid_at bigint,
  -- The effect: the money is in the wallet.
  fulfilled_at bigint
);
create unique index payments_track on payments (provider, track_id);
create index payments_customer on payments (customer, created_at);

-- Every signed notification as it came. It proves nothing by itself: a job asks the provider.
create table payment_events (
  provider text not null,
  event_key text not null,
  shop text not null,
  payment text references payments (id),
  track_id text,
  status text not null,
  value bigint,
  body text not null,
  received_at bigint not null,
  primary key (provider, event_key)
);
create index payment_events_payment on payment_events (payment, received_at);
