-- What people wrote while an operator had their chat. The number is the chat's own, so it stands in order among what was said to them.
create table overheard (
  bot text not null,
  chat text not null,
  seq bigint not null,
  text text not null,
  heard_at bigint not null,
  primary key (bot, chat, seq)
);
create index overheard_age on overheard (heard_at);
