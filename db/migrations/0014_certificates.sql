CREATE TABLE "certificate_places" (
	"session" text NOT NULL,
	"application" text NOT NULL,
	"n" integer NOT NULL,
	CONSTRAINT "certificate_places_session_application_pk" PRIMARY KEY("session","application"),
	CONSTRAINT "certificate_places_once" UNIQUE("session","n")
);
--> statement-breakpoint
CREATE TABLE "certificates" (
	"code" text PRIMARY KEY DEFAULT replace(gen_random_uuid()::text, '-', '') NOT NULL,
	"no" text NOT NULL,
	"seq" integer NOT NULL,
	"issued_on" date NOT NULL,
	"revoked_on" date,
	CONSTRAINT "certificates_of_event" UNIQUE("no","seq")
);
--> statement-breakpoint
ALTER TABLE "certificate_places" ADD CONSTRAINT "certificate_places_session_entities_no_fk" FOREIGN KEY ("session") REFERENCES "public"."entities"("no") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certificate_places" ADD CONSTRAINT "certificate_places_application_applications_no_fk" FOREIGN KEY ("application") REFERENCES "public"."applications"("no") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certificates" ADD CONSTRAINT "certificates_no_applications_no_fk" FOREIGN KEY ("no") REFERENCES "public"."applications"("no") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
-- Certificates that were given before have a code too.
insert into certificates (no, seq, issued_on)
select e.no, e.seq, (e.at at time zone 'Asia/Shanghai')::date
  from events e join applications a on a.no = e.no
 where e.name = 'passed' and e.data ? 'certificate';
