DROP INDEX "applications_of_sealing_authority";--> statement-breakpoint
DROP INDEX "applications_of_association";--> statement-breakpoint
DROP INDEX "applications_of_delegation_authority";--> statement-breakpoint
DROP INDEX "applications_of_preliminary_authority";--> statement-breakpoint
DROP INDEX "applications_of_industry_authority";--> statement-breakpoint
DROP INDEX "applications_of_talent_centre";--> statement-breakpoint
DROP INDEX "applications_of_committee_organiser";--> statement-breakpoint
DROP INDEX "applications_of_committee_office";--> statement-breakpoint
DROP INDEX "applications_of_city_title_office";--> statement-breakpoint
ALTER TABLE "applications" ADD COLUMN "seen_by" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
CREATE INDEX "applications_of_sealing_authority" ON "applications" USING btree (("seen_by" ->> 'sealingAuthority'),"world",coalesce("due_at", 'infinity'),"no") WHERE "applications"."plan_hash" is not null and ("applications"."seen_by" ->> 'sealingAuthority') is not null;--> statement-breakpoint
CREATE INDEX "applications_of_association" ON "applications" USING btree (("seen_by" ->> 'association'),"world",coalesce("due_at", 'infinity'),"no") WHERE "applications"."plan_hash" is not null and ("applications"."seen_by" ->> 'association') is not null;--> statement-breakpoint
CREATE INDEX "applications_of_delegation_authority" ON "applications" USING btree (("seen_by" ->> 'delegationAuthority'),"world",coalesce("due_at", 'infinity'),"no") WHERE "applications"."plan_hash" is not null and ("applications"."seen_by" ->> 'delegationAuthority') is not null;--> statement-breakpoint
CREATE INDEX "applications_of_preliminary_authority" ON "applications" USING btree (("seen_by" ->> 'preliminaryAuthority'),"world",coalesce("due_at", 'infinity'),"no") WHERE "applications"."plan_hash" is not null and ("applications"."seen_by" ->> 'preliminaryAuthority') is not null;--> statement-breakpoint
CREATE INDEX "applications_of_industry_authority" ON "applications" USING btree (("seen_by" ->> 'industryAuthority'),"world",coalesce("due_at", 'infinity'),"no") WHERE "applications"."plan_hash" is not null and ("applications"."seen_by" ->> 'industryAuthority') is not null;--> statement-breakpoint
CREATE INDEX "applications_of_talent_centre" ON "applications" USING btree (("seen_by" ->> 'talentCentre'),"world",coalesce("due_at", 'infinity'),"no") WHERE "applications"."plan_hash" is not null and ("applications"."seen_by" ->> 'talentCentre') is not null;--> statement-breakpoint
CREATE INDEX "applications_of_committee_organiser" ON "applications" USING btree (("seen_by" ->> 'committeeOrganiser'),"world",coalesce("due_at", 'infinity'),"no") WHERE "applications"."plan_hash" is not null and ("applications"."seen_by" ->> 'committeeOrganiser') is not null;--> statement-breakpoint
CREATE INDEX "applications_of_committee_office" ON "applications" USING btree (("seen_by" ->> 'committeeOffice'),"world",coalesce("due_at", 'infinity'),"no") WHERE "applications"."plan_hash" is not null and ("applications"."seen_by" ->> 'committeeOffice') is not null;--> statement-breakpoint
CREATE INDEX "applications_of_city_title_office" ON "applications" USING btree (("seen_by" ->> 'cityTitleOffice'),"world",coalesce("due_at", 'infinity'),"no") WHERE "applications"."plan_hash" is not null and ("applications"."seen_by" ->> 'cityTitleOffice') is not null;
--> statement-breakpoint
-- By hand: how many applications an office has in a role, of those that have come to it.
drop statistics applications_of_sealing_authority_count, applications_of_association_count, applications_of_delegation_authority_count,
  applications_of_preliminary_authority_count, applications_of_industry_authority_count, applications_of_talent_centre_count,
  applications_of_committee_organiser_count, applications_of_committee_office_count, applications_of_city_title_office_count;
create statistics applications_of_sealing_authority_count on (seen_by ->> 'sealingAuthority') from applications;
create statistics applications_of_association_count on (seen_by ->> 'association') from applications;
create statistics applications_of_delegation_authority_count on (seen_by ->> 'delegationAuthority') from applications;
create statistics applications_of_preliminary_authority_count on (seen_by ->> 'preliminaryAuthority') from applications;
create statistics applications_of_industry_authority_count on (seen_by ->> 'industryAuthority') from applications;
create statistics applications_of_talent_centre_count on (seen_by ->> 'talentCentre') from applications;
create statistics applications_of_committee_organiser_count on (seen_by ->> 'committeeOrganiser') from applications;
create statistics applications_of_committee_office_count on (seen_by ->> 'committeeOffice') from applications;
create statistics applications_of_city_title_office_count on (seen_by ->> 'cityTitleOffice') from applications;
--> statement-breakpoint
-- By hand: the cases already under way are seen by the offices to which they have come, by the rule of `rolesComeTo` in the domain, and by those that acted.
with handled as (
  select p.hash, r.role, min(s.place) as place
    from plans p
   cross join jsonb_array_elements(p.body -> 'stages') with ordinality s (stage, place)
   cross join lateral (select s.stage ->> 'role' union all select s.stage -> 'awaits' ->> 'role'
                       union all select step ->> 'role' from jsonb_array_elements(coalesce(s.stage -> 'steps', '[]')) step) r (role)
   where r.role is not null
   group by p.hash, r.role),
committee as (
  select p.hash, p.body, coalesce(min(h.place), jsonb_array_length(p.body -> 'stages')) as place
    from plans p left join handled h on h.hash = p.hash and h.role in ('committeeOffice', 'committeeOrganiser')
   group by p.hash)
update applications a set seen_by = coalesce((
  select jsonb_object_agg(o.key, o.value)
    from jsonb_each(a.acting) o left join handled h on h.hash = a.plan_hash and h.role = o.key
   where h.place <= coalesce((a.snapshot ->> 'furthest')::integer, 0) + 1
      or (h.place is null or o.key = c.body -> 'supervision' ->> 'role') and c.place <= coalesce((a.snapshot ->> 'furthest')::integer, 0) + 1
      or a.snapshot ? 'recheck' and o.key = c.body -> 'recheck' ->> 'role'
      or exists (select 1 from jsonb_array_elements(c.body -> 'lateAcceptances') l
                  where l ->> 'role' = o.key and l ->> 'stage' = a.snapshot -> 'ended' ->> 'stage' and l ->> 'deadline' = a.snapshot -> 'ended' ->> 'deadline'
                    and (l ->> 'requires' = 'nothing' or a.snapshot -> 'ended' ->> 'phase' = 'underReview'))
      or exists (select 1 from events e where e.no = a.no and e.role = o.key)
      or exists (select 1 from entities i where i.application = a.no and i.kind = 'integrity'
                    and ((i.state -> 'rules' -> 'decides' -> 'before') ? o.key or (i.state -> 'rules' -> 'decides' -> 'after') ? o.key))
  ), '{}')
  from committee c where c.hash = a.plan_hash;
