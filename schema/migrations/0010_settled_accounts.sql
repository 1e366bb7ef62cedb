-- Until now a password set by a link in a mail mattered for a day: what is older than that is settled.
UPDATE "passwords" SET "reset_at" = NULL WHERE "reset_at" < now() - interval '1 day';--> statement-breakpoint
-- Nobody had been asked who may see their address.
UPDATE "accounts" SET "address_readers" = 'nobody';
