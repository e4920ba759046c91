import { defineConfig } from '@playwright/test'
import { installedChromium } from './lib/commands/chromium.mjs'

const executablePath = installedChromium()
const report = process.env.PLAYWRIGHT_JSON_OUTPUT_NAME

// A whole Chromium draws its address bar's list as two pages more for every window that a test opens, which takes longer than
// most pages of the portal. Whoever names features to leave out replaces Playwright's own list, which is said again here.
const WITHOUT = [
  ...['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup', 'WebUIOmniboxFullPopup'],
  ...['AvoidUnnecessaryBeforeUnloadCheckSync', 'DestroyProfileOnBrowserClose', 'HttpsUpgrades'],
  ...['HttpsFirstBalancedModeAutoEnable', 'LensOverlay', 'MediaRouter', 'PaintHolding'],
  ...['ThirdPartyStoragePartitioning', 'AvoidCorsURLLoaderRestartOnRedirect', 'OptimizationHints'],
  ...['NetworkTimeServiceQuerying', 'AimEnabled', 'PreconnectToSearch'],
]
const EVERY_PAGE = '**/every-page.spec.ts'

export default defineConfig({
  testDir: 'tests/journeys',
  // Every page is looked at by itself: what comes in small pieces comes last, so that no worker waits for the other's long one.
  projects: [
    { name: 'journeys', testMatch: '**/*.spec.ts', testIgnore: EVERY_PAGE },
    { name: 'pages', testMatch: EVERY_PAGE },
  ],
  outputDir: 'test-results/journeys',
  globalSetup: './tests/support/journey-setup.ts',
  // One more than the cores that are asked for: a journey waits now and then, for what is typed to be saved.
  workers: 3,
  retries: 0,
  timeout: 120_000,
  // Three browsers and three servers share two cores; what is right is never wrong for being slow.
  expect: { timeout: 15_000 },
  forbidOnly: true,
  reporter: report === undefined ? [['list']] : [['list'], ['json', { outputFile: report }]],
  use: {
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 1366, height: 768 },
    // It costs a tenth of the time; whoever looks for a mistake asks for it: --trace=retain-on-failure.
    trace: 'off',
    launchOptions: {
      ...(executablePath === null ? {} : { executablePath }),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--disable-dev-shm-usage',
        `--disable-features=${WITHOUT.join(',')}`,
      ],
    },
  },
})
