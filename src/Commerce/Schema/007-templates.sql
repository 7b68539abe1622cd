-- What a customer has put by under a name of his own, to be used again. The key is the name without regard to case.
create table templates (
  id text primary key,
  customer text not null references customers (id),
  name text not null,
  name_key text not null,
  details text not null,
  created_at bigint not null
);
create unique index templates_name on templates (customer, name_key);
