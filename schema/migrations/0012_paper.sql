CREATE TABLE "case_correspondents" (
	"id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"role" text NOT NULL,
	"name" text NOT NULL,
	"account_id" uuid,
	"address" text,
	"added_by" uuid NOT NULL,
	"added_at" timestamp with time zone NOT NULL,
	"removed_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "deliveries" (
	"id" uuid PRIMARY KEY NOT NULL,
	"report_id" uuid NOT NULL,
	"role" text NOT NULL,
	"recipient" text NOT NULL,
	"account_id" uuid,
	"name" text NOT NULL,
	"channel" text NOT NULL,
	"address" text,
	"state" text NOT NULL,
	"failure" text,
	"message_id" text,
	"attempts" integer NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"sent_at" timestamp with time zone,
	"settled_at" timestamp with time zone,
	"settled_by" uuid,
	"settlement" text,
	CONSTRAINT "deliveries_message_id_unique" UNIQUE("message_id"),
	CONSTRAINT "deliveries_once" UNIQUE("report_id","recipient")
);
--> statement-breakpoint
CREATE TABLE "delivery_notices" (
	"message_id" text PRIMARY KEY NOT NULL,
	"delivery_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"code" text,
	"received_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "mailbox_cursors" (
	"mailbox" text PRIMARY KEY NOT NULL,
	"validity" bigint NOT NULL,
	"last_uid" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "report_read_backs" (
	"report_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"text_hash" text NOT NULL,
	"verdict" text NOT NULL,
	"reason" text,
	"given_at" timestamp with time zone NOT NULL,
	CONSTRAINT "report_read_backs_report_id_account_id_text_hash_pk" PRIMARY KEY("report_id","account_id","text_hash")
);
--> statement-breakpoint
ALTER TABLE "renditions" ADD COLUMN "level" text;--> statement-breakpoint
ALTER TABLE "renditions" ADD COLUMN "extend_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "renditions" ADD COLUMN "extension_failure" text;--> statement-breakpoint
ALTER TABLE "renditions" ADD COLUMN "archival_pdf" "bytea";--> statement-breakpoint
ALTER TABLE "renditions" ADD COLUMN "archival_hash" text;--> statement-breakpoint
ALTER TABLE "case_correspondents" ADD CONSTRAINT "case_correspondents_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_correspondents" ADD CONSTRAINT "case_correspondents_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_report_id_reports_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."reports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delivery_notices" ADD CONSTRAINT "delivery_notices_delivery_id_deliveries_id_fk" FOREIGN KEY ("delivery_id") REFERENCES "public"."deliveries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_read_backs" ADD CONSTRAINT "report_read_backs_report_id_reports_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."reports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_read_backs" ADD CONSTRAINT "report_read_backs_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "case_correspondents_case" ON "case_correspondents" USING btree ("case_id");--> statement-breakpoint
CREATE UNIQUE INDEX "case_correspondents_one_practitioner" ON "case_correspondents" USING btree ("case_id") WHERE "case_correspondents"."role" = 'general_practitioner' and "case_correspondents"."removed_at" is null;--> statement-breakpoint
CREATE INDEX "deliveries_state" ON "deliveries" USING btree ("state");--> statement-breakpoint
CREATE INDEX "deliveries_account" ON "deliveries" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "delivery_notices_delivery" ON "delivery_notices" USING btree ("delivery_id");--> statement-breakpoint
CREATE INDEX "renditions_extend" ON "renditions" USING btree ("extend_at");