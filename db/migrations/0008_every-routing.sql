CREATE TABLE "routing_events" (
	"n" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "routing_events_n_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"world" uuid,
	"programme" text NOT NULL,
	"unit" uuid NOT NULL,
	"series" text NOT NULL,
	"specialty" text NOT NULL,
	"level" text NOT NULL,
	"committee" text NOT NULL,
	"destination" text NOT NULL,
	"person" uuid NOT NULL,
	"decided_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "routing_events" ADD CONSTRAINT "routing_events_world_worlds_id_fk" FOREIGN KEY ("world") REFERENCES "public"."worlds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "routing_events" ADD CONSTRAINT "routing_events_programme_programmes_id_fk" FOREIGN KEY ("programme") REFERENCES "public"."programmes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "routing_events" ADD CONSTRAINT "routing_events_unit_units_id_fk" FOREIGN KEY ("unit") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "routing_events" ADD CONSTRAINT "routing_events_person_people_id_fk" FOREIGN KEY ("person") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "routing_events_of_programme" ON "routing_events" USING btree ("programme","world","n");