ALTER TABLE "session_experts" ADD COLUMN "recusal_ground" text;--> statement-breakpoint
ALTER TABLE "session_experts" ADD COLUMN "recusal_found_by" text;--> statement-breakpoint
ALTER TABLE "session_experts" ADD COLUMN "recusal_by" uuid;--> statement-breakpoint
ALTER TABLE "session_experts" ADD COLUMN "recusal_reason" uuid;--> statement-breakpoint
ALTER TABLE "session_experts" ADD CONSTRAINT "session_experts_recusal_by_people_id_fk" FOREIGN KEY ("recusal_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;