import { defineConfig } from '@playwright/test';
import { browserArgs, findBrowser } from './tests/browser';
import { officeTimeZone } from './tests/journeys/office-day';

export default defineConfig({
  testDir: 'tests/journeys',
  // Each has a console and a line simulator of its own; journeys wait more than they work.
  workers: 3,
  // What passes only then is named at the end of the run.
  retries: process.env.CI ? 1 : 0,
  forbidOnly: true,
  // Generous, for a slow machine: what is in order waits for none of them.
  timeout: 300_000,
  expect: { timeout: 25_000 },
  use: {
    actionTimeout: 30_000,
    navigationTimeout: 90_000,
    locale: 'ru-RU',
    timezoneId: officeTimeZone,
    viewport: { width: 1440, height: 900 },
    contextOptions: { reducedMotion: 'reduce' },
    screenshot: 'only-on-failure',
    // Recording every page for a trace costs every run; `--trace on` asks for one.
    trace: 'off',
    launchOptions: { executablePath: await findBrowser(), args: browserArgs },
  },
});
