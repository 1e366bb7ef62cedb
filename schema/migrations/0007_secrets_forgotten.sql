DELETE FROM "pending_sign_ins";--> statement-breakpoint
DELETE FROM "proven_identities";--> statement-breakpoint
ALTER TABLE "accounts" ADD COLUMN "workplace" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "passwords" ADD COLUMN "reset_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "pending_sign_ins" ADD COLUMN "email_allowed" boolean NOT NULL;--> statement-breakpoint
ALTER TABLE "proven_identities" ADD COLUMN "account_id" uuid NOT NULL;--> statement-breakpoint
ALTER TABLE "mails" ADD COLUMN "secret" boolean DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX "audit_events_subject" ON "audit_events" USING btree ("subject");--> statement-breakpoint
CREATE INDEX "audit_events_at" ON "audit_events" USING btree ("at");