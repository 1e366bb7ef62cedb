CREATE EXTENSION IF NOT EXISTS pg_trgm;--> statement-breakpoint
CREATE TABLE "board_organisations" (
	"board_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	CONSTRAINT "board_organisations_board_id_organisation_id_pk" PRIMARY KEY("board_id","organisation_id")
);
--> statement-breakpoint
CREATE TABLE "invitations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"token_hash" text NOT NULL,
	"email" text NOT NULL,
	"board_id" uuid,
	"meeting_id" uuid,
	"role" text,
	"invited_by" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"accepted_by" uuid,
	"accepted_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "case_consents" (
	"case_id" uuid PRIMARY KEY NOT NULL,
	"informed_on" text NOT NULL,
	"informed_by" text NOT NULL,
	"means" text NOT NULL,
	"opposition" text NOT NULL,
	"sharing" boolean NOT NULL,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"revision" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "case_requests" (
	"id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"answered_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "cohort_cases" (
	"cohort_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"added_by" uuid NOT NULL,
	"added_at" timestamp with time zone NOT NULL,
	CONSTRAINT "cohort_cases_cohort_id_case_id_pk" PRIMARY KEY("cohort_id","case_id")
);
--> statement-breakpoint
CREATE TABLE "cohorts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"description" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "document_outlines" (
	"document" text PRIMARY KEY NOT NULL,
	"filled" text[] NOT NULL,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "files" (
	"id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"presentation_id" uuid,
	"question_key" text,
	"name" text NOT NULL,
	"bytes" bigint NOT NULL,
	"format" text,
	"state" text NOT NULL,
	"refusal" text,
	"hash" text,
	"pages" integer NOT NULL,
	"uploaded_by" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"scanned_at" timestamp with time zone,
	"removed_at" timestamp with time zone,
	"removed_by" uuid
);
--> statement-breakpoint
CREATE TABLE "meeting_series" (
	"id" uuid PRIMARY KEY NOT NULL,
	"board_id" uuid NOT NULL,
	"rule" text NOT NULL,
	"local_start" text NOT NULL,
	"time_zone" text NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "presentation_moves" (
	"id" uuid PRIMARY KEY NOT NULL,
	"presentation_id" uuid NOT NULL,
	"from_meeting_id" uuid NOT NULL,
	"to_meeting_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"moved_by" uuid NOT NULL,
	"moved_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "connection_tests" (
	"account_id" uuid PRIMARY KEY NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"passed" boolean NOT NULL,
	"outcome" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "digests" (
	"account_id" uuid NOT NULL,
	"day" date NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	CONSTRAINT "digests_account_id_day_pk" PRIMARY KEY("account_id","day")
);
--> statement-breakpoint
CREATE TABLE "mails" (
	"id" uuid PRIMARY KEY NOT NULL,
	"recipient" text NOT NULL,
	"subject" text NOT NULL,
	"text" text NOT NULL,
	"html" text NOT NULL,
	"calendar" text,
	"calendar_method" text,
	"created_at" timestamp with time zone NOT NULL,
	"sent_at" timestamp with time zone,
	"failure" text
);
--> statement-breakpoint
CREATE TABLE "notification_preferences" (
	"account_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"email" boolean NOT NULL,
	CONSTRAINT "notification_preferences_account_id_kind_pk" PRIMARY KEY("account_id","kind")
);
--> statement-breakpoint
CREATE TABLE "notifications" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"about" jsonb NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"read_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "opinions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"asked_by" uuid NOT NULL,
	"account_id" uuid,
	"board_id" uuid,
	"question" text NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"draft" text NOT NULL,
	"draft_by" uuid,
	"answer" text,
	"answered_by" uuid,
	"answered_at" timestamp with time zone,
	"withdrawn_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "organisations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"slug" text,
	"place" text NOT NULL,
	"presentation" text NOT NULL,
	"help_email" text NOT NULL,
	"help_phone" text NOT NULL,
	"published" boolean NOT NULL,
	"search_text" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "boards" ADD COLUMN "variant" text DEFAULT 'standard' NOT NULL;--> statement-breakpoint
ALTER TABLE "boards" ADD COLUMN "level" text DEFAULT 'local' NOT NULL;--> statement-breakpoint
ALTER TABLE "boards" ADD COLUMN "field" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "boards" ADD COLUMN "place" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "boards" ADD COLUMN "charter" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "boards" ADD COLUMN "frequency" text DEFAULT 'on_demand' NOT NULL;--> statement-breakpoint
ALTER TABLE "boards" ADD COLUMN "time_zone" text DEFAULT 'Europe/Paris' NOT NULL;--> statement-breakpoint
ALTER TABLE "boards" ADD COLUMN "capacity" integer;--> statement-breakpoint
ALTER TABLE "boards" ADD COLUMN "closing_hours" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "boards" ADD COLUMN "minutes_per_case" integer DEFAULT 6 NOT NULL;--> statement-breakpoint
ALTER TABLE "boards" ADD COLUMN "admits_guests" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "boards" ADD COLUMN "published" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "boards" ADD COLUMN "shows_members" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "boards" ADD COLUMN "quorum" jsonb;--> statement-breakpoint
ALTER TABLE "boards" ADD COLUMN "labels" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "boards" ADD COLUMN "labels_mandatory" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "boards" ADD COLUMN "questionnaire" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "boards" ADD COLUMN "video" jsonb DEFAULT '{"mode":"none","details":""}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "boards" ADD COLUMN "search_text" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "boards" ADD COLUMN "revision" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "registered_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "meetings" ADD COLUMN "duration_minutes" integer DEFAULT 60 NOT NULL;--> statement-breakpoint
ALTER TABLE "meetings" ADD COLUMN "series_id" uuid;--> statement-breakpoint
ALTER TABLE "meetings" ADD COLUMN "fictitious" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "meetings" ADD COLUMN "video" jsonb DEFAULT '{"mode":"none","details":""}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "meetings" ADD COLUMN "registration_closes_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "meetings" ADD COLUMN "capacity" integer;--> statement-breakpoint
ALTER TABLE "meetings" ADD COLUMN "cancellation_reason" text;--> statement-breakpoint
ALTER TABLE "meetings" ADD COLUMN "revision" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "presentations" ADD COLUMN "state" text DEFAULT 'listed' NOT NULL;--> statement-breakpoint
ALTER TABLE "presentations" ADD COLUMN "track" text DEFAULT 'discussion' NOT NULL;--> statement-breakpoint
ALTER TABLE "presentations" ADD COLUMN "guideline" jsonb;--> statement-breakpoint
ALTER TABLE "presentations" ADD COLUMN "minutes" integer;--> statement-breakpoint
ALTER TABLE "presentations" ADD COLUMN "urgent" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "presentations" ADD COLUMN "late" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "presentations" ADD COLUMN "labels" text[] DEFAULT '{}'::text[] NOT NULL;--> statement-breakpoint
ALTER TABLE "presentations" ADD COLUMN "answers" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "presentations" ADD COLUMN "removal_reason" text;--> statement-breakpoint
ALTER TABLE "presentations" ADD COLUMN "discussed_seconds" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "presentations" ADD COLUMN "discussed_since" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "presentations" ADD COLUMN "quorum" jsonb;--> statement-breakpoint
ALTER TABLE "presentations" ADD COLUMN "quorum_derogation" text;--> statement-breakpoint
ALTER TABLE "presentations" ADD COLUMN "listed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "board_organisations" ADD CONSTRAINT "board_organisations_board_id_boards_id_fk" FOREIGN KEY ("board_id") REFERENCES "public"."boards"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "board_organisations" ADD CONSTRAINT "board_organisations_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_board_id_boards_id_fk" FOREIGN KEY ("board_id") REFERENCES "public"."boards"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_consents" ADD CONSTRAINT "case_consents_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_requests" ADD CONSTRAINT "case_requests_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cohort_cases" ADD CONSTRAINT "cohort_cases_cohort_id_cohorts_id_fk" FOREIGN KEY ("cohort_id") REFERENCES "public"."cohorts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cohort_cases" ADD CONSTRAINT "cohort_cases_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_series" ADD CONSTRAINT "meeting_series_board_id_boards_id_fk" FOREIGN KEY ("board_id") REFERENCES "public"."boards"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "presentation_moves" ADD CONSTRAINT "presentation_moves_presentation_id_presentations_id_fk" FOREIGN KEY ("presentation_id") REFERENCES "public"."presentations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "connection_tests" ADD CONSTRAINT "connection_tests_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notification_preferences" ADD CONSTRAINT "notification_preferences_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opinions" ADD CONSTRAINT "opinions_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "board_organisations_organisation" ON "board_organisations" USING btree ("organisation_id");--> statement-breakpoint
CREATE UNIQUE INDEX "invitations_token" ON "invitations" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "invitations_board" ON "invitations" USING btree ("board_id");--> statement-breakpoint
CREATE INDEX "case_requests_case" ON "case_requests" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "cohort_cases_case" ON "cohort_cases" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "files_case" ON "files" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "files_state" ON "files" USING btree ("state");--> statement-breakpoint
CREATE INDEX "presentation_moves_presentation" ON "presentation_moves" USING btree ("presentation_id");--> statement-breakpoint
CREATE INDEX "mails_created" ON "mails" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "notifications_account" ON "notifications" USING btree ("account_id","created_at");--> statement-breakpoint
CREATE INDEX "opinions_case" ON "opinions" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "opinions_account" ON "opinions" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "opinions_board" ON "opinions" USING btree ("board_id");--> statement-breakpoint
CREATE INDEX "opinions_asked_by" ON "opinions" USING btree ("asked_by");--> statement-breakpoint
CREATE UNIQUE INDEX "organisations_slug" ON "organisations" USING btree ("slug");--> statement-breakpoint
CREATE INDEX "organisations_search" ON "organisations" USING gin ("search_text" gin_trgm_ops);--> statement-breakpoint
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_series_id_meeting_series_id_fk" FOREIGN KEY ("series_id") REFERENCES "public"."meeting_series"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "boards_search" ON "boards" USING gin ("search_text" gin_trgm_ops);--> statement-breakpoint
UPDATE "cases" SET "registered_at" = "created_at";--> statement-breakpoint
UPDATE "presentations" SET "listed_at" = "created_at";--> statement-breakpoint
UPDATE "boards" SET "search_text" = regexp_replace(normalize(lower("name" || ' ' || "organisation"), NFD), '[\u0300-\u036F]', '', 'g');--> statement-breakpoint
INSERT INTO "case_requests" ("id", "case_id", "kind", "asked_at", "answered_at")
	SELECT "presentations"."id", "presentations"."case_id", 'meeting', "presentations"."created_at", min("frozen_reports"."frozen_at")
	FROM "presentations"
	LEFT JOIN "reports" ON "reports"."presentation_id" = "presentations"."id"
	LEFT JOIN "frozen_reports" ON "frozen_reports"."report_id" = "reports"."id"
	GROUP BY "presentations"."id";
