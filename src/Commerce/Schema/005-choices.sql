-- What an owner decided while his shop runs. The latest row of a name counts; those before it say who decided what and when.
create table choices (
  shop text not null,
  name text not null,
  number bigint not null,
  value text not null,
  chosen_by text not null,
  chosen_at bigint not null,
  primary key (shop, name, number)
);
