-- By hand: its argument has another name.
DROP FUNCTION IF EXISTS next_intent(text);--> statement-breakpoint
CREATE TABLE "entities" (
	"no" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"world" uuid,
	"programme" text,
	"application" text,
	"committee" text,
	"request" uuid,
	"line" integer DEFAULT 0 NOT NULL,
	"received_at" timestamp with time zone DEFAULT '-infinity' NOT NULL,
	"seq" integer DEFAULT 0 NOT NULL,
	"state" jsonb,
	"created_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "entities_request_unique" UNIQUE("request")
);
--> statement-breakpoint
ALTER TABLE "committee_events" DISABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "integrity_cases" DISABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "integrity_events" DISABLE ROW LEVEL SECURITY;--> statement-breakpoint
DROP TABLE "committee_events" CASCADE;--> statement-breakpoint
DROP TABLE "integrity_cases" CASCADE;--> statement-breakpoint
DROP TABLE "integrity_events" CASCADE;--> statement-breakpoint
ALTER TABLE "texts" DROP CONSTRAINT "texts_no_applications_no_fk";
--> statement-breakpoint
ALTER TABLE "integrity_records" DROP CONSTRAINT IF EXISTS "integrity_records_no_n_integrity_cases_no_n_fk";
--> statement-breakpoint
ALTER TABLE "entities" ADD CONSTRAINT "entities_world_worlds_id_fk" FOREIGN KEY ("world") REFERENCES "public"."worlds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entities" ADD CONSTRAINT "entities_programme_programmes_id_fk" FOREIGN KEY ("programme") REFERENCES "public"."programmes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entities" ADD CONSTRAINT "entities_application_applications_no_fk" FOREIGN KEY ("application") REFERENCES "public"."applications"("no") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "entities_of_application" ON "entities" USING btree ("application") WHERE "entities"."application" is not null;