-- How many calls ended without anybody knowing whether the message arrived.
alter table outbox add column doubts integer not null default 0;
create index outbox_doubts on outbox (bot) where doubts > 0;
