ALTER TABLE "units" ADD COLUMN "name_key" text;--> statement-breakpoint
ALTER TABLE "units" ADD CONSTRAINT "units_name_key_unique" UNIQUE("name_key");