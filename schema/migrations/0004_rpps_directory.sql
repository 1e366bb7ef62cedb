CREATE TABLE "directory_activities" (
	"national_id" text collate "C" NOT NULL,
	"profession" text NOT NULL,
	"specialty" text NOT NULL,
	"mode" text NOT NULL,
	"sector" text NOT NULL,
	"role" text NOT NULL,
	"structure" text NOT NULL,
	"finess" text NOT NULL,
	"postcode" text NOT NULL,
	"town" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "directory_departures" (
	"national_id" text collate "C" PRIMARY KEY NOT NULL,
	"departed_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "directory_imports" (
	"id" uuid PRIMARY KEY NOT NULL,
	"imported_at" timestamp with time zone NOT NULL,
	"file_name" text NOT NULL,
	"file_date" timestamp with time zone NOT NULL,
	"address" text,
	"entity_tag" text,
	"last_modified" text,
	"lines" integer NOT NULL,
	"bad_lines" integer NOT NULL,
	"professionals" integer NOT NULL,
	"arrivals" integer NOT NULL,
	"departures" integer NOT NULL,
	"changed" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "directory_professionals" (
	"national_id" text collate "C" NOT NULL,
	"rpps" text collate "C",
	"title" text NOT NULL,
	"family_name" text NOT NULL,
	"given_name" text NOT NULL,
	"profession" text NOT NULL,
	"specialties" text[] NOT NULL,
	"towns" text[] NOT NULL,
	"structures" text[] NOT NULL,
	"active" boolean NOT NULL,
	"family" text collate "C" NOT NULL,
	"given" text collate "C" NOT NULL,
	"activities_mark" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "directory_words" (
	"word" text collate "C" NOT NULL,
	"bearers" integer NOT NULL,
	"slips" text[] NOT NULL
);
--> statement-breakpoint
CREATE INDEX "directory_activities_national_id" ON "directory_activities" USING btree ("national_id");--> statement-breakpoint
CREATE UNIQUE INDEX "directory_professionals_national_id" ON "directory_professionals" USING btree ("national_id");--> statement-breakpoint
CREATE INDEX "directory_professionals_rpps" ON "directory_professionals" USING btree ("rpps");--> statement-breakpoint
CREATE INDEX "directory_professionals_family" ON "directory_professionals" USING btree ("family","given","national_id");--> statement-breakpoint
CREATE INDEX "directory_professionals_given" ON "directory_professionals" USING btree ("given","family","national_id");--> statement-breakpoint
CREATE INDEX "directory_professionals_words" ON "directory_professionals" USING gin (to_tsvector('simple', "family" || ' ' || "given"));--> statement-breakpoint
CREATE UNIQUE INDEX "directory_words_word" ON "directory_words" USING btree ("word");--> statement-breakpoint
CREATE INDEX "directory_words_slips" ON "directory_words" USING gin ("slips");