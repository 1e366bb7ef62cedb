CREATE TABLE "report_prefills" (
	"id" uuid PRIMARY KEY NOT NULL,
	"report_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"case_position" integer NOT NULL,
	"filled_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "meetings" ADD COLUMN "started_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "meetings" ADD COLUMN "closed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "frozen_reports" ADD COLUMN "journal_hash" text;--> statement-breakpoint
ALTER TABLE "renditions" ADD COLUMN "provenance" text;--> statement-breakpoint
ALTER TABLE "report_prefills" ADD CONSTRAINT "report_prefills_report_id_reports_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."reports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "report_prefills_report" ON "report_prefills" USING btree ("report_id");