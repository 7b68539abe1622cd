-- Which program runs a job. When that program is gone, others need not wait for the end of the lease.
alter table jobs add column node bigint;
create index jobs_running on jobs (node) where state = 'Running';
