-- Pages of a customer's orders are found by the order at their edge, and every menu asks for those in one state.
drop index orders_customer;
create index orders_customer on orders (customer, created_at, id);
create index orders_customer_state on orders (customer, process, state, created_at, id);
