CREATE TABLE "achievement_fingerprints" (
	"no" text NOT NULL,
	"version" integer NOT NULL,
	"item" text NOT NULL,
	"fingerprint" text NOT NULL,
	"joint" boolean NOT NULL,
	CONSTRAINT "achievement_fingerprints_no_version_item_pk" PRIMARY KEY("no","version","item")
);
--> statement-breakpoint
CREATE TABLE "applications" (
	"no" text PRIMARY KEY NOT NULL,
	"world" uuid,
	"person" uuid NOT NULL,
	"unit" uuid NOT NULL,
	"programme" text NOT NULL,
	"series" text NOT NULL,
	"specialty" text NOT NULL,
	"level" text NOT NULL,
	"track" text NOT NULL,
	"employer_class" text NOT NULL,
	"office" text NOT NULL,
	"sealing_authority" text,
	"acting" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"committee" text,
	"destination" text,
	"facts" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"content_version" integer DEFAULT 1 NOT NULL,
	"line" integer DEFAULT 0 NOT NULL,
	"received_at" timestamp with time zone DEFAULT '-infinity' NOT NULL,
	"seq" integer DEFAULT 0 NOT NULL,
	"stage" text,
	"phase" text,
	"outcome" text,
	"closed" boolean DEFAULT false NOT NULL,
	"snapshot" jsonb,
	"plan_hash" text,
	"plan_timeline" integer,
	"timeline_version" integer,
	"due_at" timestamp with time zone,
	"deadlines_hash" text,
	"reminders_hash" text,
	"integrity" jsonb,
	"start_offset_ms" bigint,
	"clock_offset_ms" bigint,
	"created_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "attachments" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"no" text NOT NULL,
	"kind" text NOT NULL,
	"name_enc" "bytea" NOT NULL,
	"media_type" text NOT NULL,
	"size" integer NOT NULL,
	"sha256" text NOT NULL,
	"body_enc" "bytea" NOT NULL,
	"created_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "contents" (
	"no" text NOT NULL,
	"version" integer NOT NULL,
	"body_enc" "bytea" NOT NULL,
	"hash" text NOT NULL,
	"frozen_at" timestamp with time zone,
	CONSTRAINT "contents_no_version_pk" PRIMARY KEY("no","version")
);
--> statement-breakpoint
CREATE TABLE "plans" (
	"hash" text PRIMARY KEY NOT NULL,
	"body" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "reuse_decisions" (
	"no" text NOT NULL,
	"item" text NOT NULL,
	"other" text NOT NULL,
	"fingerprint" text NOT NULL,
	"reused" boolean NOT NULL,
	"reason_enc" "bytea" NOT NULL,
	"person" uuid NOT NULL,
	"role" text NOT NULL,
	"decided_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "reuse_decisions_no_item_other_fingerprint_pk" PRIMARY KEY("no","item","other","fingerprint")
);
--> statement-breakpoint
CREATE TABLE "texts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"no" text NOT NULL,
	"body_enc" "bytea" NOT NULL,
	"hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "routings" (
	"world" uuid,
	"programme" text NOT NULL,
	"unit" uuid NOT NULL,
	"series" text NOT NULL,
	"specialty" text NOT NULL,
	"level" text NOT NULL,
	"committee" text NOT NULL,
	"destination" text NOT NULL,
	"person" uuid NOT NULL,
	"decided_at" timestamp with time zone NOT NULL,
	CONSTRAINT "routings_once" UNIQUE NULLS NOT DISTINCT("world","programme","unit","series","specialty","level"),
	CONSTRAINT "routings_destination" CHECK ("routings"."destination" in ('here', 'province'))
);
--> statement-breakpoint
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
CREATE TABLE "integrity_records" (
	"no" text NOT NULL,
	"n" integer NOT NULL,
	"person" uuid NOT NULL,
	"body" jsonb NOT NULL,
	CONSTRAINT "integrity_records_no_n_pk" PRIMARY KEY("no","n")
);
--> statement-breakpoint
CREATE TABLE "claim_overrides" (
	"id" uuid PRIMARY KEY NOT NULL,
	"no" text NOT NULL,
	"kinds" text[] NOT NULL,
	"person" uuid NOT NULL,
	"role" text NOT NULL,
	"scope" text NOT NULL,
	"hash" text NOT NULL,
	"decided_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "claims" (
	"kind" text NOT NULL,
	"key" text NOT NULL,
	"value" text NOT NULL,
	"no" text NOT NULL,
	"intent" uuid NOT NULL,
	CONSTRAINT "claims_kind_key_no_pk" PRIMARY KEY("kind","key","no")
);
--> statement-breakpoint
CREATE TABLE "deadlines" (
	"no" text NOT NULL,
	"key" text NOT NULL,
	"stage" text NOT NULL,
	"rule" jsonb NOT NULL,
	"anchor" date NOT NULL,
	"due" date NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"clauses" jsonb NOT NULL,
	"readings" jsonb NOT NULL,
	"timeline_version" integer NOT NULL,
	CONSTRAINT "deadlines_no_key_pk" PRIMARY KEY("no","key")
);
--> statement-breakpoint
CREATE TABLE "events" (
	"no" text NOT NULL,
	"seq" integer NOT NULL,
	"name" text NOT NULL,
	"stage" text,
	"at" timestamp with time zone NOT NULL,
	"person" text NOT NULL,
	"role" text NOT NULL,
	"data" jsonb NOT NULL,
	"intent" uuid NOT NULL,
	"position" "xid8" DEFAULT pg_current_xact_id() NOT NULL,
	CONSTRAINT "events_no_seq_pk" PRIMARY KEY("no","seq")
);
--> statement-breakpoint
CREATE TABLE "idempotency" (
	"key_hash" text PRIMARY KEY NOT NULL,
	"fingerprint" text NOT NULL,
	"status" integer,
	"body" jsonb,
	"created_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "intents" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"no" text NOT NULL,
	"n" integer NOT NULL,
	"action" text NOT NULL,
	"person" text NOT NULL,
	"role" text NOT NULL,
	"scope" text,
	"argument" text NOT NULL,
	"claims" jsonb,
	"claims_held" boolean DEFAULT true NOT NULL,
	"claim_taken_by" text,
	"key_hash" text,
	"fingerprint" text,
	"content_version" integer,
	"expected_seq" integer,
	"timeline" jsonb,
	"received_at" timestamp with time zone NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"lane" text NOT NULL,
	"try_at" timestamp with time zone NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL,
	"last_error" text,
	"outcome" jsonb,
	"accepted" boolean,
	"finished_at" timestamp with time zone,
	CONSTRAINT "intents_key_hash_unique" UNIQUE("key_hash"),
	CONSTRAINT "intents_numbered" UNIQUE("no","n"),
	CONSTRAINT "intents_lane" CHECK ("intents"."lane" in ('interactive', 'bulk'))
);
--> statement-breakpoint
CREATE TABLE "notices" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"no" text,
	"seq" integer,
	"programme" text,
	"committee" text,
	"deadline" text,
	"due" date,
	"ahead" integer,
	"person" uuid NOT NULL,
	"channel" text NOT NULL,
	"template" text NOT NULL,
	"params" jsonb NOT NULL,
	"message_id" text,
	"about_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"try_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL,
	"last_error" text,
	"sent_at" timestamp with time zone,
	"read_at" timestamp with time zone,
	CONSTRAINT "notices_once" UNIQUE("no","seq","person","channel","template"),
	CONSTRAINT "notices_channel" CHECK ("notices"."channel" in ('inApp', 'mail')),
	CONSTRAINT "notices_about" CHECK (("notices"."no" is null) = ("notices"."programme" is not null and "notices"."committee" is not null))
);
--> statement-breakpoint
CREATE TABLE "reminders" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"world" uuid,
	"no" text,
	"programme" text,
	"committee" text,
	"timeline" integer,
	"deadline" text NOT NULL,
	"due" date NOT NULL,
	"ahead" integer NOT NULL,
	"remind_at" timestamp with time zone NOT NULL,
	"audience" text[] NOT NULL,
	"acting" jsonb,
	"template" text NOT NULL,
	"params" jsonb NOT NULL,
	"handled_at" timestamp with time zone,
	CONSTRAINT "reminders_once" UNIQUE NULLS NOT DISTINCT("no","programme","committee","world","deadline","ahead"),
	CONSTRAINT "reminders_about" CHECK (("reminders"."no" is null) = ("reminders"."programme" is not null and "reminders"."committee" is not null))
);
--> statement-breakpoint
CREATE TABLE "grants" (
	"person" uuid NOT NULL,
	"role" text NOT NULL,
	"scope" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "grants_person_role_scope_pk" PRIMARY KEY("person","role","scope")
);
--> statement-breakpoint
CREATE TABLE "name_corrections" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person" uuid NOT NULL,
	"by_person" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"was_enc" "bytea" NOT NULL,
	"became_enc" "bytea" NOT NULL,
	"reason_enc" "bytea" NOT NULL,
	"written_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "people" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"world" uuid,
	"subject" text NOT NULL,
	"name_enc" "bytea" NOT NULL,
	"identity_enc" "bytea",
	"identity_hash" text,
	"phone_enc" "bytea",
	"mail_enc" "bytea",
	"language" text DEFAULT 'zh' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "people_subject_unique" UNIQUE("subject"),
	CONSTRAINT "people_language" CHECK ("people"."language" in ('zh', 'en'))
);
--> statement-breakpoint
CREATE TABLE "units" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"world" uuid,
	"name" text NOT NULL,
	"employer_class" text NOT NULL,
	"territory" text,
	"supervisor" text,
	"agency_client" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "batches" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"world" uuid,
	"kind" text NOT NULL,
	"unit" uuid,
	"office" text,
	"receiver" jsonb,
	"items" jsonb NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "objections" (
	"id" uuid PRIMARY KEY NOT NULL,
	"no" text NOT NULL,
	"posting" uuid,
	"named" boolean NOT NULL,
	"objector_enc" "bytea",
	"body_enc" "bytea" NOT NULL,
	"received_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "posting_items" (
	"posting" uuid NOT NULL,
	"no" text NOT NULL,
	"posted_on" date,
	"last_day" date,
	CONSTRAINT "posting_items_posting_no_pk" PRIMARY KEY("posting","no")
);
--> statement-breakpoint
CREATE TABLE "postings" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"world" uuid,
	"kind" text NOT NULL,
	"unit" uuid,
	"office" text,
	"token" text NOT NULL,
	"document" jsonb NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "postings_token_unique" UNIQUE("token"),
	CONSTRAINT "postings_kind" CHECK ("postings"."kind" in ('unit', 'preReview', 'result'))
);
--> statement-breakpoint
CREATE TABLE "programme_versions" (
	"programme" text NOT NULL,
	"version" integer NOT NULL,
	"body" json NOT NULL,
	"created_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "programme_versions_programme_version_pk" PRIMARY KEY("programme","version")
);
--> statement-breakpoint
CREATE TABLE "programmes" (
	"id" text PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"timeline_version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "timelines" (
	"programme" text NOT NULL,
	"version" integer NOT NULL,
	"body" jsonb NOT NULL,
	"reason" text,
	"created_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "timelines_programme_version_pk" PRIMARY KEY("programme","version")
);
--> statement-breakpoint
CREATE TABLE "worlds" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"offset_ms" bigint NOT NULL,
	"moving_to" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "rate_limits" (
	"key" text PRIMARY KEY NOT NULL,
	"points" integer NOT NULL,
	"expire" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "achievement_fingerprints" ADD CONSTRAINT "achievement_fingerprints_no_applications_no_fk" FOREIGN KEY ("no") REFERENCES "public"."applications"("no") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_world_worlds_id_fk" FOREIGN KEY ("world") REFERENCES "public"."worlds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_person_people_id_fk" FOREIGN KEY ("person") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_unit_units_id_fk" FOREIGN KEY ("unit") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_programme_programmes_id_fk" FOREIGN KEY ("programme") REFERENCES "public"."programmes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_plan_hash_plans_hash_fk" FOREIGN KEY ("plan_hash") REFERENCES "public"."plans"("hash") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_no_applications_no_fk" FOREIGN KEY ("no") REFERENCES "public"."applications"("no") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contents" ADD CONSTRAINT "contents_no_applications_no_fk" FOREIGN KEY ("no") REFERENCES "public"."applications"("no") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reuse_decisions" ADD CONSTRAINT "reuse_decisions_no_applications_no_fk" FOREIGN KEY ("no") REFERENCES "public"."applications"("no") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reuse_decisions" ADD CONSTRAINT "reuse_decisions_other_applications_no_fk" FOREIGN KEY ("other") REFERENCES "public"."applications"("no") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "routings" ADD CONSTRAINT "routings_world_worlds_id_fk" FOREIGN KEY ("world") REFERENCES "public"."worlds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "routings" ADD CONSTRAINT "routings_programme_programmes_id_fk" FOREIGN KEY ("programme") REFERENCES "public"."programmes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "routings" ADD CONSTRAINT "routings_unit_units_id_fk" FOREIGN KEY ("unit") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "routings" ADD CONSTRAINT "routings_person_people_id_fk" FOREIGN KEY ("person") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entities" ADD CONSTRAINT "entities_world_worlds_id_fk" FOREIGN KEY ("world") REFERENCES "public"."worlds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entities" ADD CONSTRAINT "entities_programme_programmes_id_fk" FOREIGN KEY ("programme") REFERENCES "public"."programmes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entities" ADD CONSTRAINT "entities_application_applications_no_fk" FOREIGN KEY ("application") REFERENCES "public"."applications"("no") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "integrity_records" ADD CONSTRAINT "integrity_records_person_people_id_fk" FOREIGN KEY ("person") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claim_overrides" ADD CONSTRAINT "claim_overrides_no_applications_no_fk" FOREIGN KEY ("no") REFERENCES "public"."applications"("no") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claim_overrides" ADD CONSTRAINT "claim_overrides_person_people_id_fk" FOREIGN KEY ("person") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claims" ADD CONSTRAINT "claims_no_applications_no_fk" FOREIGN KEY ("no") REFERENCES "public"."applications"("no") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claims" ADD CONSTRAINT "claims_intent_intents_id_fk" FOREIGN KEY ("intent") REFERENCES "public"."intents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminders" ADD CONSTRAINT "reminders_world_worlds_id_fk" FOREIGN KEY ("world") REFERENCES "public"."worlds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grants" ADD CONSTRAINT "grants_person_people_id_fk" FOREIGN KEY ("person") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "name_corrections" ADD CONSTRAINT "name_corrections_person_people_id_fk" FOREIGN KEY ("person") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "name_corrections" ADD CONSTRAINT "name_corrections_by_person_people_id_fk" FOREIGN KEY ("by_person") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people" ADD CONSTRAINT "people_world_worlds_id_fk" FOREIGN KEY ("world") REFERENCES "public"."worlds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "units" ADD CONSTRAINT "units_world_worlds_id_fk" FOREIGN KEY ("world") REFERENCES "public"."worlds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "batches" ADD CONSTRAINT "batches_world_worlds_id_fk" FOREIGN KEY ("world") REFERENCES "public"."worlds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "batches" ADD CONSTRAINT "batches_unit_units_id_fk" FOREIGN KEY ("unit") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "batches" ADD CONSTRAINT "batches_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "objections" ADD CONSTRAINT "objections_no_applications_no_fk" FOREIGN KEY ("no") REFERENCES "public"."applications"("no") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "objections" ADD CONSTRAINT "objections_posting_postings_id_fk" FOREIGN KEY ("posting") REFERENCES "public"."postings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "posting_items" ADD CONSTRAINT "posting_items_posting_postings_id_fk" FOREIGN KEY ("posting") REFERENCES "public"."postings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "posting_items" ADD CONSTRAINT "posting_items_no_applications_no_fk" FOREIGN KEY ("no") REFERENCES "public"."applications"("no") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "postings" ADD CONSTRAINT "postings_world_worlds_id_fk" FOREIGN KEY ("world") REFERENCES "public"."worlds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "postings" ADD CONSTRAINT "postings_unit_units_id_fk" FOREIGN KEY ("unit") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "postings" ADD CONSTRAINT "postings_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programme_versions" ADD CONSTRAINT "programme_versions_programme_programmes_id_fk" FOREIGN KEY ("programme") REFERENCES "public"."programmes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "timelines" ADD CONSTRAINT "timelines_programme_programmes_id_fk" FOREIGN KEY ("programme") REFERENCES "public"."programmes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "achievements_by_fingerprint" ON "achievement_fingerprints" USING btree ("fingerprint");--> statement-breakpoint
CREATE INDEX "applications_by_person" ON "applications" USING btree ("person");--> statement-breakpoint
CREATE INDEX "applications_by_due" ON "applications" USING btree ("world",coalesce("due_at", 'infinity'),"no") WHERE "applications"."plan_hash" is not null;--> statement-breakpoint
CREATE INDEX "applications_by_unit" ON "applications" USING btree ("unit",coalesce("due_at", 'infinity'),"no");--> statement-breakpoint
CREATE INDEX "applications_by_office" ON "applications" USING btree ("office","no");--> statement-breakpoint
CREATE INDEX "applications_by_acting" ON "applications" USING gin ("acting" jsonb_path_ops);--> statement-breakpoint
CREATE INDEX "applications_by_committee" ON "applications" USING btree ("programme","committee") WHERE "applications"."committee" is not null;--> statement-breakpoint
CREATE INDEX "applications_by_world" ON "applications" USING btree ("world","due_at") WHERE "applications"."world" is not null and not "applications"."closed";--> statement-breakpoint
CREATE INDEX "attachments_by_no" ON "attachments" USING btree ("no");--> statement-breakpoint
CREATE INDEX "entities_of_application" ON "entities" USING btree ("application") WHERE "entities"."application" is not null;--> statement-breakpoint
CREATE INDEX "integrity_records_of_person" ON "integrity_records" USING btree ("person");--> statement-breakpoint
CREATE INDEX "claim_overrides_by_no" ON "claim_overrides" USING btree ("no");--> statement-breakpoint
CREATE INDEX "claims_by_no" ON "claims" USING btree ("no");--> statement-breakpoint
CREATE INDEX "idempotency_by_age" ON "idempotency" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "intents_keyed" ON "intents" USING btree ("recorded_at") WHERE "intents"."key_hash" is not null;--> statement-breakpoint
CREATE INDEX "intents_open_by_no" ON "intents" USING btree ("no","n") WHERE "intents"."outcome" is null;--> statement-breakpoint
CREATE INDEX "notices_unsent" ON "notices" USING btree ("try_at") WHERE "notices"."channel" = 'mail' and "notices"."sent_at" is null;--> statement-breakpoint
CREATE INDEX "notices_inbox" ON "notices" USING btree ("person","id") WHERE "notices"."channel" = 'inApp';--> statement-breakpoint
CREATE INDEX "reminders_waiting" ON "reminders" USING btree ("world","remind_at") WHERE "reminders"."handled_at" is null;--> statement-breakpoint
CREATE INDEX "reminders_dated" ON "reminders" USING btree ("programme","timeline") WHERE "reminders"."no" is not null;--> statement-breakpoint
CREATE INDEX "grants_by_scope" ON "grants" USING btree ("scope","role");--> statement-breakpoint
CREATE INDEX "name_corrections_of_person" ON "name_corrections" USING btree ("person","at");--> statement-breakpoint
CREATE INDEX "objections_by_no" ON "objections" USING btree ("no");--> statement-breakpoint
CREATE INDEX "posting_items_by_no" ON "posting_items" USING btree ("no");