-- Where a unit is registered, which commission supervises it, and whether the personnel agency acts for it: its applications go by this (DL-1.2-c, DL-1.2-d, LYG-4.0-b).
alter table units
  add column territory text,
  add column supervisor text,
  add column agency_client boolean not null default false;
