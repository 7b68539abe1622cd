-- Who asked too much in too short a time and is not heard for a while. The chat's own state decides; this is for whoever wants to see them all.
create table bans (
  bot text not null,
  chat text not null,
  since bigint not null,
  until bigint not null,
  primary key (bot, chat)
);
create index bans_age on bans (until);
