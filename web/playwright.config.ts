import { defineConfig } from '@playwright/test';

/** Journeys: several people in a real Chromium, on the real server with its own database (see e2e/fixtures.ts). */
export default defineConfig({
  testDir: 'e2e',
  testMatch: '*.journey.ts',
  timeout: 120_000,
  // Four browsers that encode and decode video on two cores answer late; what never comes fails all the same.
  expect: { timeout: 30_000 },
  workers: 1,
  forbidOnly: true,
  retries: 0,
  reporter: [['list'], ['./e2e/count-reporter.ts']],
  outputDir: 'test-results',
  use: {
    browserName: 'chromium',
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    actionTimeout: 45_000,
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(process.env.CHROMIUM ? { executablePath: process.env.CHROMIUM } : {}),
      args: [
        '--no-sandbox',
        '--disable-dev-shm-usage',
        '--disable-quic',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
      ],
    },
  },
});
