-- Who calls the doors that are limited, and when: the calls of the last window.
create table calls (
  caller text primary key,
  made bigint[] not null,
  last_at bigint not null
);
create index calls_age on calls (last_at);
