CREATE TABLE "committee_filings" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"world" uuid,
	"programme" text NOT NULL,
	"committee" text NOT NULL,
	"number" text NOT NULL,
	"formed_by" text NOT NULL,
	"levels" text[] NOT NULL,
	"members" integer NOT NULL,
	"filed_on" date NOT NULL,
	"filed_until" date NOT NULL,
	"by_person" uuid NOT NULL,
	"written_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "committee_filings_formed_by" CHECK ("committee_filings"."formed_by" in ('series', 'specialty'))
);
--> statement-breakpoint
CREATE TABLE "experts" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"world" uuid,
	"programme" text NOT NULL,
	"committee" text NOT NULL,
	"person" uuid,
	"name_enc" "bytea" NOT NULL,
	"name_hash" text NOT NULL,
	"title" text NOT NULL,
	"level" text NOT NULL,
	"specialty" text NOT NULL,
	"unit" uuid,
	"unit_name" text NOT NULL,
	"origin" text NOT NULL,
	"chair" text,
	"term_from" date NOT NULL,
	"term_until" date NOT NULL,
	"ended_on" date,
	"by_person" uuid NOT NULL,
	"written_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "experts_chair" CHECK ("experts"."chair" in ('chair', 'viceChair'))
);
--> statement-breakpoint
CREATE TABLE "ballot_boxes" (
	"session" text NOT NULL,
	"round" integer NOT NULL,
	"open" boolean DEFAULT false NOT NULL,
	"opened_at" timestamp with time zone,
	"closed_at" timestamp with time zone,
	"counted_at" timestamp with time zone,
	CONSTRAINT "ballot_boxes_session_round_pk" PRIMARY KEY("session","round")
);
--> statement-breakpoint
CREATE TABLE "ballot_custodians" (
	"session" text NOT NULL,
	"round" integer NOT NULL,
	"place" integer NOT NULL,
	"person" uuid NOT NULL,
	"public_key" "bytea" NOT NULL,
	"released_enc" "bytea",
	CONSTRAINT "ballot_custodians_session_round_place_pk" PRIMARY KEY("session","round","place"),
	CONSTRAINT "ballot_custodians_two" CHECK ("ballot_custodians"."place" in (1, 2))
);
--> statement-breakpoint
CREATE TABLE "ballot_voters" (
	"session" text NOT NULL,
	"round" integer NOT NULL,
	"application" text NOT NULL,
	"expert" uuid NOT NULL,
	CONSTRAINT "ballot_voters_session_round_application_expert_pk" PRIMARY KEY("session","round","application","expert")
);
--> statement-breakpoint
CREATE TABLE "ballots_opened" (
	"session" text NOT NULL,
	"round" integer NOT NULL,
	"application" text NOT NULL,
	"vote" text NOT NULL,
	CONSTRAINT "ballots_opened_vote" CHECK ("ballots_opened"."vote" in ('agree', 'against', 'abstain'))
);
--> statement-breakpoint
CREATE TABLE "ballots_sealed" (
	"session" text NOT NULL,
	"round" integer NOT NULL,
	"application" text NOT NULL,
	"expert" uuid NOT NULL,
	"sealed" "bytea" NOT NULL,
	CONSTRAINT "ballots_sealed_session_round_application_expert_pk" PRIMARY KEY("session","round","application","expert")
);
--> statement-breakpoint
CREATE TABLE "session_draws" (
	"session" text NOT NULL,
	"n" integer NOT NULL,
	"pool" jsonb NOT NULL,
	"pool_hash" text NOT NULL,
	"secret_hash" text NOT NULL,
	"committed_by" uuid NOT NULL,
	"committed_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"value" text,
	"value_by" uuid,
	"value_at" timestamp with time zone,
	"secret" text,
	"seed" text,
	"drawn" jsonb,
	"revealed_at" timestamp with time zone,
	"reason" uuid,
	CONSTRAINT "session_draws_session_n_pk" PRIMARY KEY("session","n")
);
--> statement-breakpoint
CREATE TABLE "session_experts" (
	"session" text NOT NULL,
	"expert" uuid NOT NULL,
	"draw" integer NOT NULL,
	"place" integer NOT NULL,
	"seat" text NOT NULL,
	"declared_at" timestamp with time zone,
	"recused" boolean DEFAULT false NOT NULL,
	"present" boolean DEFAULT false NOT NULL,
	"substitute" uuid,
	CONSTRAINT "session_experts_session_expert_pk" PRIMARY KEY("session","expert"),
	CONSTRAINT "session_experts_seat" CHECK ("session_experts"."seat" in ('member', 'alternate'))
);
--> statement-breakpoint
CREATE TABLE "session_opinions" (
	"session" text NOT NULL,
	"application" text NOT NULL,
	"expert" uuid NOT NULL,
	"version" integer NOT NULL,
	"text_enc" "bytea" NOT NULL,
	"at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "session_opinions_session_application_expert_version_pk" PRIMARY KEY("session","application","expert","version")
);
--> statement-breakpoint
CREATE TABLE "session_papers" (
	"session" text NOT NULL,
	"kind" text NOT NULL,
	"version" integer NOT NULL,
	"hash" text NOT NULL,
	"correction" integer,
	"at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "session_papers_session_kind_version_pk" PRIMARY KEY("session","kind","version")
);
--> statement-breakpoint
CREATE TABLE "session_recusals" (
	"session" text NOT NULL,
	"application" text NOT NULL,
	"expert" uuid NOT NULL,
	"ground" text NOT NULL,
	"found_by" text NOT NULL,
	"by_person" uuid,
	"reason" uuid,
	"at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "session_recusals_session_application_expert_pk" PRIMARY KEY("session","application","expert")
);
--> statement-breakpoint
CREATE TABLE "session_results" (
	"session" text NOT NULL,
	"round" integer NOT NULL,
	"application" text NOT NULL,
	"present" integer NOT NULL,
	"agree" integer NOT NULL,
	"against" integer NOT NULL,
	"abstain" integer NOT NULL,
	"blank" integer NOT NULL,
	"passed" boolean NOT NULL,
	"reason" text,
	"quantified" integer,
	"defence" integer,
	"composite" integer,
	"delivered" uuid,
	"voided" boolean DEFAULT false NOT NULL,
	CONSTRAINT "session_results_session_round_application_pk" PRIMARY KEY("session","round","application")
);
--> statement-breakpoint
CREATE TABLE "session_roster" (
	"session" text NOT NULL,
	"application" text NOT NULL,
	"intent" uuid NOT NULL,
	"joined_at" timestamp with time zone NOT NULL,
	"frozen" boolean DEFAULT false NOT NULL,
	"left_at" timestamp with time zone,
	"why" text,
	"defence_at" timestamp with time zone,
	"room" text,
	"moved" integer DEFAULT 0 NOT NULL,
	"absent" boolean DEFAULT false NOT NULL,
	CONSTRAINT "session_roster_session_application_pk" PRIMARY KEY("session","application")
);
--> statement-breakpoint
CREATE TABLE "session_sheets" (
	"session" text NOT NULL,
	"application" text NOT NULL,
	"expert" uuid NOT NULL,
	"kind" text NOT NULL,
	"version" integer NOT NULL,
	"points" integer NOT NULL,
	"items" jsonb NOT NULL,
	"by_person" uuid NOT NULL,
	"correction" integer,
	"at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "session_sheets_session_application_expert_kind_version_pk" PRIMARY KEY("session","application","expert","kind","version"),
	CONSTRAINT "session_sheets_kind" CHECK ("session_sheets"."kind" in ('quantified', 'defence'))
);
--> statement-breakpoint
ALTER TABLE "committee_filings" ADD CONSTRAINT "committee_filings_world_worlds_id_fk" FOREIGN KEY ("world") REFERENCES "public"."worlds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "committee_filings" ADD CONSTRAINT "committee_filings_programme_programmes_id_fk" FOREIGN KEY ("programme") REFERENCES "public"."programmes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "committee_filings" ADD CONSTRAINT "committee_filings_by_person_people_id_fk" FOREIGN KEY ("by_person") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "experts" ADD CONSTRAINT "experts_world_worlds_id_fk" FOREIGN KEY ("world") REFERENCES "public"."worlds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "experts" ADD CONSTRAINT "experts_programme_programmes_id_fk" FOREIGN KEY ("programme") REFERENCES "public"."programmes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "experts" ADD CONSTRAINT "experts_person_people_id_fk" FOREIGN KEY ("person") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "experts" ADD CONSTRAINT "experts_unit_units_id_fk" FOREIGN KEY ("unit") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "experts" ADD CONSTRAINT "experts_by_person_people_id_fk" FOREIGN KEY ("by_person") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ballot_boxes" ADD CONSTRAINT "ballot_boxes_session_entities_no_fk" FOREIGN KEY ("session") REFERENCES "public"."entities"("no") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ballot_custodians" ADD CONSTRAINT "ballot_custodians_session_entities_no_fk" FOREIGN KEY ("session") REFERENCES "public"."entities"("no") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ballot_custodians" ADD CONSTRAINT "ballot_custodians_person_people_id_fk" FOREIGN KEY ("person") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ballot_voters" ADD CONSTRAINT "ballot_voters_session_entities_no_fk" FOREIGN KEY ("session") REFERENCES "public"."entities"("no") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ballot_voters" ADD CONSTRAINT "ballot_voters_application_applications_no_fk" FOREIGN KEY ("application") REFERENCES "public"."applications"("no") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ballot_voters" ADD CONSTRAINT "ballot_voters_expert_experts_id_fk" FOREIGN KEY ("expert") REFERENCES "public"."experts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ballots_opened" ADD CONSTRAINT "ballots_opened_session_entities_no_fk" FOREIGN KEY ("session") REFERENCES "public"."entities"("no") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ballots_sealed" ADD CONSTRAINT "ballots_sealed_session_entities_no_fk" FOREIGN KEY ("session") REFERENCES "public"."entities"("no") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ballots_sealed" ADD CONSTRAINT "ballots_sealed_session_round_application_expert_ballot_voters_session_round_application_expert_fk" FOREIGN KEY ("session","round","application","expert") REFERENCES "public"."ballot_voters"("session","round","application","expert") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_draws" ADD CONSTRAINT "session_draws_session_entities_no_fk" FOREIGN KEY ("session") REFERENCES "public"."entities"("no") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_draws" ADD CONSTRAINT "session_draws_committed_by_people_id_fk" FOREIGN KEY ("committed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_draws" ADD CONSTRAINT "session_draws_value_by_people_id_fk" FOREIGN KEY ("value_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_experts" ADD CONSTRAINT "session_experts_session_entities_no_fk" FOREIGN KEY ("session") REFERENCES "public"."entities"("no") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_experts" ADD CONSTRAINT "session_experts_expert_experts_id_fk" FOREIGN KEY ("expert") REFERENCES "public"."experts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_opinions" ADD CONSTRAINT "session_opinions_session_entities_no_fk" FOREIGN KEY ("session") REFERENCES "public"."entities"("no") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_opinions" ADD CONSTRAINT "session_opinions_application_applications_no_fk" FOREIGN KEY ("application") REFERENCES "public"."applications"("no") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_opinions" ADD CONSTRAINT "session_opinions_expert_experts_id_fk" FOREIGN KEY ("expert") REFERENCES "public"."experts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_papers" ADD CONSTRAINT "session_papers_session_entities_no_fk" FOREIGN KEY ("session") REFERENCES "public"."entities"("no") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_recusals" ADD CONSTRAINT "session_recusals_session_entities_no_fk" FOREIGN KEY ("session") REFERENCES "public"."entities"("no") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_recusals" ADD CONSTRAINT "session_recusals_application_applications_no_fk" FOREIGN KEY ("application") REFERENCES "public"."applications"("no") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_recusals" ADD CONSTRAINT "session_recusals_expert_experts_id_fk" FOREIGN KEY ("expert") REFERENCES "public"."experts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_recusals" ADD CONSTRAINT "session_recusals_by_person_people_id_fk" FOREIGN KEY ("by_person") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_results" ADD CONSTRAINT "session_results_session_entities_no_fk" FOREIGN KEY ("session") REFERENCES "public"."entities"("no") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_results" ADD CONSTRAINT "session_results_application_applications_no_fk" FOREIGN KEY ("application") REFERENCES "public"."applications"("no") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_roster" ADD CONSTRAINT "session_roster_session_entities_no_fk" FOREIGN KEY ("session") REFERENCES "public"."entities"("no") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_roster" ADD CONSTRAINT "session_roster_application_applications_no_fk" FOREIGN KEY ("application") REFERENCES "public"."applications"("no") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_sheets" ADD CONSTRAINT "session_sheets_session_entities_no_fk" FOREIGN KEY ("session") REFERENCES "public"."entities"("no") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_sheets" ADD CONSTRAINT "session_sheets_application_applications_no_fk" FOREIGN KEY ("application") REFERENCES "public"."applications"("no") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_sheets" ADD CONSTRAINT "session_sheets_expert_experts_id_fk" FOREIGN KEY ("expert") REFERENCES "public"."experts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_sheets" ADD CONSTRAINT "session_sheets_by_person_people_id_fk" FOREIGN KEY ("by_person") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "committee_filings_of_committee" ON "committee_filings" USING btree ("programme","committee","world","filed_on");--> statement-breakpoint
CREATE INDEX "experts_of_committee" ON "experts" USING btree ("programme","committee","world");--> statement-breakpoint
CREATE INDEX "experts_of_person" ON "experts" USING btree ("person");--> statement-breakpoint
CREATE UNIQUE INDEX "ballot_custodians_differ" ON "ballot_custodians" USING btree ("session","round","person");--> statement-breakpoint
CREATE INDEX "ballots_opened_of_application" ON "ballots_opened" USING btree ("session","round","application");--> statement-breakpoint
CREATE INDEX "session_results_by_application" ON "session_results" USING btree ("application");--> statement-breakpoint
CREATE UNIQUE INDEX "session_roster_once" ON "session_roster" USING btree ("application") WHERE "session_roster"."left_at" is null;