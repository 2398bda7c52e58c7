CREATE TABLE "grant_events" (
	"n" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "grant_events_n_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"kind" text NOT NULL,
	"person" uuid NOT NULL,
	"role" text NOT NULL,
	"scope" text NOT NULL,
	"by_person" uuid,
	"at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "grant_events_kind" CHECK ("grant_events"."kind" in ('given', 'taken'))
);
--> statement-breakpoint
CREATE TABLE "identity_releases" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person" uuid NOT NULL,
	"by_person" uuid NOT NULL,
	"identity_enc" "bytea" NOT NULL,
	"reason_enc" "bytea" NOT NULL,
	"at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "place_events" (
	"n" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "place_events_n_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"unit" uuid NOT NULL,
	"was" jsonb NOT NULL,
	"became" jsonb NOT NULL,
	"by_person" uuid NOT NULL,
	"at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "reuse_decisions" DROP CONSTRAINT "reuse_decisions_no_item_other_fingerprint_pk";--> statement-breakpoint
ALTER TABLE "reuse_decisions" ADD COLUMN "n" bigint PRIMARY KEY NOT NULL GENERATED ALWAYS AS IDENTITY (sequence name "reuse_decisions_n_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1);--> statement-breakpoint
ALTER TABLE "grant_events" ADD CONSTRAINT "grant_events_person_people_id_fk" FOREIGN KEY ("person") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grant_events" ADD CONSTRAINT "grant_events_by_person_people_id_fk" FOREIGN KEY ("by_person") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity_releases" ADD CONSTRAINT "identity_releases_person_people_id_fk" FOREIGN KEY ("person") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity_releases" ADD CONSTRAINT "identity_releases_by_person_people_id_fk" FOREIGN KEY ("by_person") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "place_events" ADD CONSTRAINT "place_events_unit_units_id_fk" FOREIGN KEY ("unit") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "place_events" ADD CONSTRAINT "place_events_by_person_people_id_fk" FOREIGN KEY ("by_person") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "grant_events_of_person" ON "grant_events" USING btree ("person","n");--> statement-breakpoint
CREATE INDEX "grant_events_of_scope" ON "grant_events" USING btree ("scope","n");--> statement-breakpoint
CREATE INDEX "identity_releases_of_person" ON "identity_releases" USING btree ("person","at");--> statement-breakpoint
CREATE INDEX "place_events_of_unit" ON "place_events" USING btree ("unit","n");--> statement-breakpoint
CREATE INDEX "reuse_decisions_of_finding" ON "reuse_decisions" USING btree ("no","item","other","fingerprint","n");