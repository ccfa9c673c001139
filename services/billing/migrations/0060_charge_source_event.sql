-- Where a charge came from: with its encounter and the rule of each price, the event that drafted or last amended it.
-- Charges that were drafted before carry none.
alter table charge add column source_event_id uuid;
alter table charge_review add column source_event_id uuid;
