-- Double entry: a credit is positive, a debit negative, and every posting sums to zero in each currency.
-- Amounts are minor units, times UTC milliseconds, names the names of the program's enums.

-- The balance is a cache of the account's entries; Ledger.Check compares them.
create table ledger_accounts (
  id text primary key,
  kind text not null,
  owner text not null,
  currency text not null,
  balance bigint not null,
  version bigint not null,
  check (kind not in ('Wallet', 'Held') or balance >= 0)
);

create table ledger_postings (
  key text primary key,
  reason text not null,
  about text not null,
  posted_at bigint not null
);
create index ledger_postings_about on ledger_postings (about);

create table ledger_entries (
  posting text not null references ledger_postings (key),
  line bigint not null,
  account text not null references ledger_accounts (id),
  amount bigint not null check (amount <> 0),
  primary key (posting, line)
);
create index ledger_entries_account on ledger_entries (account);

create table ledger_holds (
  key text primary key,
  about text not null,
  customer text not null,
  currency text not null,
  amount bigint not null check (amount > 0),
  state text not null check (state in ('Held', 'Captured', 'Released')),
  reserved_at bigint not null,
  closed_at bigint
);
create index ledger_holds_open on ledger_holds (customer, currency) where state = 'Held';

-- A mistake is corrected by a posting in the other direction, never by rewriting history.
create function ledger_is_kept() returns trigger language plpgsql as $$
begin
  raise exception '% of % is never done', lower(tg_op), tg_table_name using errcode = 'restrict_violation';
end $$;
create trigger ledger_postings_are_kept before update or delete or truncate on ledger_postings execute function ledger_is_kept();
create trigger ledger_entries_are_kept before update or delete or truncate on ledger_entries execute function ledger_is_kept();
