CREATE TABLE "lost_workflows" (
	"no" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"status" text NOT NULL,
	"found_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL
);
