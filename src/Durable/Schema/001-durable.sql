-- Times are UTC milliseconds, names are the names of the program's enums.

-- One row that a health check writes, to prove that a turn could be committed.
create table readiness (proven_at bigint not null);
insert into readiness (proven_at) values (0);

create table chats (
  bot text not null,
  chat text not null,
  version bigint not null,
  state text not null,
  unreachable_since bigint,
  primary key (bot, chat)
);

-- What still has to be said, and for a while what was said: a sent row keeps its message's id so that it can be edited.
create table outbox (
  bot text not null,
  chat text not null,
  seq bigint not null,
  act text not null,
  edits_seq bigint,
  edits_message text,
  body text not null,
  urgency text not null,
  file text,
  -- 1 when the row, or one that waits behind it in its chat, is interactive: such chats go before the bulk.
  rush integer not null,
  state text not null check (state in ('Waiting', 'Sent', 'Dropped')),
  added_at bigint not null,
  due_at bigint not null,
  attempt integer not null default 0,
  message_id text,
  error text,
  done_at bigint,
  primary key (bot, chat, seq)
);
create index outbox_order on outbox (bot, rush desc, added_at, seq) where state = 'Waiting';
create index outbox_lane on outbox (bot, chat, seq) where state = 'Waiting';
create index outbox_done on outbox (done_at) where done_at is not null;

create table jobs (
  id integer primary key,
  kind text not null,
  key text not null,
  body text not null,
  bot text,
  chat text,
  state text not null check (state in ('Waiting', 'Running', 'Done', 'Buried')),
  -- When it may be taken: the due time, and while it runs the end of its lease.
  due_at bigint not null,
  attempt integer not null default 0,
  error text,
  added_at bigint not null,
  done_at bigint,
  unique (kind, key)
);
create index jobs_due on jobs (due_at, id) where done_at is null;
create index jobs_done on jobs (done_at) where done_at is not null;

create table files (
  id text primary key,
  name text not null,
  media_type text not null,
  content blob not null,
  added_at bigint not null
);

create table dead_letters (
  id integer primary key,
  kind text not null,
  key text not null,
  body text not null,
  error text not null,
  added_at bigint not null
);
create index dead_letters_age on dead_letters (added_at);
