-- That an application may be made although another holds what it claims: decided by the title office with a reason, which is the text of the same id
-- (A-25). Used by the first accepted intent whose claims name it.
create table claim_overrides (
  id uuid primary key,
  no text not null references applications,
  kinds text[] not null,
  person uuid not null references people,
  role text not null,
  scope text not null,
  hash text not null,
  decided_at timestamptz not null
);
create index claim_overrides_by_no on claim_overrides (no);
