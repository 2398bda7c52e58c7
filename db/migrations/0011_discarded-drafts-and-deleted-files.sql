CREATE TABLE "file_removals" (
	"n" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "file_removals_n_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"no" text NOT NULL,
	"file" uuid NOT NULL,
	"kind" text NOT NULL,
	"name_enc" "bytea" NOT NULL,
	"size" integer NOT NULL,
	"sha256" text NOT NULL,
	"by_person" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "file_removals_file_unique" UNIQUE("file")
);
--> statement-breakpoint
ALTER TABLE "applications" ADD COLUMN "discarded_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "file_removals" ADD CONSTRAINT "file_removals_no_applications_no_fk" FOREIGN KEY ("no") REFERENCES "public"."applications"("no") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "file_removals" ADD CONSTRAINT "file_removals_by_person_people_id_fk" FOREIGN KEY ("by_person") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "file_removals_of_application" ON "file_removals" USING btree ("no","n");