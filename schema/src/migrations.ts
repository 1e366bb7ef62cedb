import { fileURLToPath } from 'node:url';

/** The folder of generated migrations, in order. */
export const migrationsFolder = fileURLToPath(new URL('../migrations', import.meta.url));
