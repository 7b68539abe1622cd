-- Who calls the doors that are limited, and when. An engine of one program counts in memory and keeps nothing here.
create table calls (
  caller text primary key,
  made text not null,
  last_at bigint not null
);
create index calls_age on calls (last_at);
