-- What was decided about an achievement holds for the work with its fingerprint: another work under the same item is looked at anew (A-34).
alter table reuse_decisions add column print text not null default '';
-- A decision stays with the work that was last submitted before it.
update reuse_decisions d
   set print = coalesce((select p.print
                           from achievement_prints p join contents c on c.no = p.no and c.version = p.version
                          where p.no = d.no and p.item = d.item and c.frozen_at <= d.decided_at
                          order by p.version desc limit 1), '');
alter table reuse_decisions alter column print drop default;
alter table reuse_decisions drop constraint reuse_decisions_pkey;
alter table reuse_decisions add primary key (no, item, other, print);
