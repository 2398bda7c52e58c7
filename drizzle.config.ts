import { defineConfig } from 'drizzle-kit';

/** Where `drizzle-kit generate` finds the tables and writes what changes them; it connects to nothing. */
export default defineConfig({ dialect: 'postgresql', schema: './db/schema/**/*.ts', out: './db/migrations' });
