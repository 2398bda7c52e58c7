-- By hand: each notice takes over how its mail stands.
update notices n
   set message_id = m.message_id, try_at = m.try_at, tries = m.tries, last_error = m.last_error, sent_at = m.sent_at
  from notices m
 where n.channel = 'inApp' and m.channel = 'mail' and m.person = n.person and m.template = n.template and m.params = n.params
   and (m.no, m.seq, m.programme, m.committee, m.deadline, m.due, m.ahead, m.about_at)
       is not distinct from (n.no, n.seq, n.programme, n.committee, n.deadline, n.due, n.ahead, n.about_at);--> statement-breakpoint
delete from notices where channel = 'mail';--> statement-breakpoint
ALTER TABLE "notices" DROP CONSTRAINT "notices_once";--> statement-breakpoint
ALTER TABLE "notices" DROP CONSTRAINT "notices_channel";--> statement-breakpoint
DROP INDEX "applications_by_acting";--> statement-breakpoint
DROP INDEX "notices_inbox";--> statement-breakpoint
DROP INDEX "notices_unsent";--> statement-breakpoint
ALTER TABLE "notices" DROP CONSTRAINT "notices_pkey";--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_inbox" PRIMARY KEY("person","id");--> statement-breakpoint
CREATE INDEX "applications_of_sealing_authority" ON "applications" USING btree (("acting" ->> 'sealingAuthority'),"world",coalesce("due_at", 'infinity'),"no") WHERE "applications"."plan_hash" is not null and ("applications"."acting" ->> 'sealingAuthority') is not null;--> statement-breakpoint
CREATE INDEX "applications_of_association" ON "applications" USING btree (("acting" ->> 'association'),"world",coalesce("due_at", 'infinity'),"no") WHERE "applications"."plan_hash" is not null and ("applications"."acting" ->> 'association') is not null;--> statement-breakpoint
CREATE INDEX "applications_of_delegation_authority" ON "applications" USING btree (("acting" ->> 'delegationAuthority'),"world",coalesce("due_at", 'infinity'),"no") WHERE "applications"."plan_hash" is not null and ("applications"."acting" ->> 'delegationAuthority') is not null;--> statement-breakpoint
CREATE INDEX "applications_of_preliminary_authority" ON "applications" USING btree (("acting" ->> 'preliminaryAuthority'),"world",coalesce("due_at", 'infinity'),"no") WHERE "applications"."plan_hash" is not null and ("applications"."acting" ->> 'preliminaryAuthority') is not null;--> statement-breakpoint
CREATE INDEX "applications_of_industry_authority" ON "applications" USING btree (("acting" ->> 'industryAuthority'),"world",coalesce("due_at", 'infinity'),"no") WHERE "applications"."plan_hash" is not null and ("applications"."acting" ->> 'industryAuthority') is not null;--> statement-breakpoint
CREATE INDEX "applications_of_talent_centre" ON "applications" USING btree (("acting" ->> 'talentCentre'),"world",coalesce("due_at", 'infinity'),"no") WHERE "applications"."plan_hash" is not null and ("applications"."acting" ->> 'talentCentre') is not null;--> statement-breakpoint
CREATE INDEX "applications_of_committee_organiser" ON "applications" USING btree (("acting" ->> 'committeeOrganiser'),"world",coalesce("due_at", 'infinity'),"no") WHERE "applications"."plan_hash" is not null and ("applications"."acting" ->> 'committeeOrganiser') is not null;--> statement-breakpoint
CREATE INDEX "applications_of_committee_office" ON "applications" USING btree (("acting" ->> 'committeeOffice'),"world",coalesce("due_at", 'infinity'),"no") WHERE "applications"."plan_hash" is not null and ("applications"."acting" ->> 'committeeOffice') is not null;--> statement-breakpoint
CREATE INDEX "applications_of_city_title_office" ON "applications" USING btree (("acting" ->> 'cityTitleOffice'),"world",coalesce("due_at", 'infinity'),"no") WHERE "applications"."plan_hash" is not null and ("applications"."acting" ->> 'cityTitleOffice') is not null;--> statement-breakpoint
CREATE INDEX "notices_unsent" ON "notices" USING btree ("try_at") WHERE "notices"."sent_at" is null;--> statement-breakpoint
ALTER TABLE "notices" DROP COLUMN "channel";--> statement-breakpoint
-- By hand, as in 0001: it went with its column.
create unique index notices_of_reminders on notices (no, programme, committee, deadline, due, ahead, person)
  nulls not distinct where deadline is not null;--> statement-breakpoint
-- By hand: how many applications an office has in a role. The planner uses no statistics of the expressions of a partial index, and would sort them all.
create statistics applications_of_sealing_authority_count on (acting ->> 'sealingAuthority') from applications;
create statistics applications_of_association_count on (acting ->> 'association') from applications;
create statistics applications_of_delegation_authority_count on (acting ->> 'delegationAuthority') from applications;
create statistics applications_of_preliminary_authority_count on (acting ->> 'preliminaryAuthority') from applications;
create statistics applications_of_industry_authority_count on (acting ->> 'industryAuthority') from applications;
create statistics applications_of_talent_centre_count on (acting ->> 'talentCentre') from applications;
create statistics applications_of_committee_organiser_count on (acting ->> 'committeeOrganiser') from applications;
create statistics applications_of_committee_office_count on (acting ->> 'committeeOffice') from applications;
create statistics applications_of_city_title_office_count on (acting ->> 'cityTitleOffice') from applications;
