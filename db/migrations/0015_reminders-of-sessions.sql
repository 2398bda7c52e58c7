ALTER TABLE "reminders" DROP CONSTRAINT "reminders_once";--> statement-breakpoint
ALTER TABLE "reminders" ADD COLUMN "entity" text;--> statement-breakpoint
CREATE INDEX "entities_sessions" ON "entities" USING btree ("programme","committee") WHERE "entities"."kind" = 'session';--> statement-breakpoint
ALTER TABLE "reminders" ADD CONSTRAINT "reminders_once" UNIQUE NULLS NOT DISTINCT("no","entity","programme","committee","world","deadline","ahead");