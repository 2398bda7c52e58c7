DROP INDEX "applications_by_due";--> statement-breakpoint
DROP INDEX "applications_by_unit";--> statement-breakpoint
CREATE INDEX "applications_by_due" ON "applications" USING btree ("world",least("due_at", 'infinity'),"no") WHERE "applications"."plan_hash" is not null;--> statement-breakpoint
CREATE INDEX "applications_by_unit" ON "applications" USING btree ("unit","world",coalesce("due_at", 'infinity'),"no");