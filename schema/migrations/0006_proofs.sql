ALTER TABLE "files" ALTER COLUMN "case_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "files" ADD COLUMN "account_id" uuid;--> statement-breakpoint
ALTER TABLE "files" ADD COLUMN "proof_kind" text;--> statement-breakpoint
CREATE INDEX "files_account" ON "files" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "mails_recipient" ON "mails" USING btree ("recipient");--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_of_one" CHECK (num_nonnulls("files"."case_id", "files"."account_id") = 1);--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_proof_is_of_an_account" CHECK (("files"."proof_kind" is null) = ("files"."account_id" is null));