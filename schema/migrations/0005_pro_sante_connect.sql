CREATE TABLE "proven_identities" (
	"id" text PRIMARY KEY NOT NULL,
	"subject_name_id" text NOT NULL,
	"rpps" text,
	"given_name" text NOT NULL,
	"family_name" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "provider_visits" (
	"id" text PRIMARY KEY NOT NULL,
	"browser_hash" text NOT NULL,
	"nonce" text NOT NULL,
	"code_verifier" text NOT NULL,
	"purpose" text NOT NULL,
	"account_id" uuid,
	"shared" boolean NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
