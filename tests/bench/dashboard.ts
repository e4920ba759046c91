import { readFileSync } from 'node:fs'
import path from 'node:path'
import { chromium, type Browser } from '@playwright/test'
import pg from 'pg'
import { generateLarge } from '@/prisma/large/generate-large'
import config from '../../playwright.config'
import type { Stage } from '../support/journey-server'
import setUp from '../support/journey-setup'
import { raisePortal } from '../support/portal'
import type { Goal } from './goal'
import { median } from './median'

const CITIES = 37
const RUNS = 5
const SLOWDOWN = 4
const BITS_PER_SECOND = 9_000_000
const LARGEST_PAINT = 1200
const LARGEST_SHIFT = 0.02
const LARGEST_SCRIPT = 60 * 1024

/** Notes what browsers call largest contentful paint and cumulative layout shift. As text, as in interactions.ts. */
const OBSERVER = `(() => {
  window.chengjiVitals = { paint: 0, shift: 0, what: '' }
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      window.chengjiVitals.paint = entry.startTime
      window.chengjiVitals.what = entry.element?.tagName ?? ''
    }
  }).observe({ type: 'largest-contentful-paint', buffered: true })
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.chengjiVitals.shift += entry.value
  }).observe({ type: 'layout-shift', buffered: true })
})()`

interface Vitals {
  readonly paint: number
  readonly shift: number
  /** The element that was the largest. */
  readonly what: string
  /** When the first byte of the page came, and how large it was, compressed. */
  readonly answered: number
  readonly bytes: number
}

interface Visit extends Vitals {
  /** Compressed bytes of every script, by its path. */
  readonly scripts: ReadonlyMap<string, number>
}

/**
 * The promises of the national page with 37 cities, in a browser that has seen none of it, at 9 Mbps and on a processor four
 * times slower: scripts beyond those of the framework, when its largest part is painted, and how much moves afterwards.
 */
export async function benchDashboard(say: (line: string) => void): Promise<readonly Goal[]> {
  const takeDown = await setUp()
  const portal = await raisePortal('dashboard')
  const browser = await chromium.launch(config.use?.launchOptions)
  try {
    const owner = new pg.Client(portal.ownerUrl)
    await owner.connect()
    const { rows } = await owner.query<{ cities: number }>('SELECT count(*)::int AS cities FROM city')
    await generateLarge(owner, CITIES - (rows[0]?.cities ?? 0))
    await owner.end()
    const visits: Visit[] = []
    // The first visit finds the server as cold as nobody does: it does not count.
    for (let run = 0; run <= RUNS; run++) visits.push(await visit(browser, portal))
    const counted = visits.slice(1)
    const own = ownScripts(counted[0]?.scripts ?? new Map())
    const paint = median(counted.map((each) => each.paint))
    const shift = Math.max(...counted.map((each) => each.shift))
    say(
      `the national page with ${CITIES} cities at ${BITS_PER_SECOND / 1e6} Mbps and ${SLOWDOWN} × slowdown: ` +
        counted
          .map(
            ({ paint: at, answered, bytes, what }) =>
              `${what} at ${Math.round(at)} ms (answered at ${Math.round(answered)} ms, ${Math.round(bytes / 1024)} kB)`,
          )
          .join(', '),
    )
    return [
      {
        name: 'scripts beyond the framework’s own, compressed',
        measured: `${(own / 1024).toFixed(1)} kB`,
        goal: `at most ${LARGEST_SCRIPT / 1024} kB`,
        met: own > 0 && own <= LARGEST_SCRIPT,
      },
      {
        name: 'largest contentful paint, the middle of five',
        measured: `${Math.round(paint)} ms`,
        goal: `at most ${LARGEST_PAINT} ms`,
        met: paint > 0 && paint <= LARGEST_PAINT,
      },
      {
        name: 'layout shift, the largest of five',
        measured: shift.toFixed(3),
        goal: `at most ${LARGEST_SHIFT}`,
        met: shift <= LARGEST_SHIFT,
      },
    ]
  } finally {
    await browser.close()
    await portal.close()
    await takeDown()
  }
}

async function visit(browser: Browser, portal: Awaited<ReturnType<typeof raisePortal>>): Promise<Visit> {
  const context = await browser.newContext({
    baseURL: portal.url,
    locale: 'zh-CN',
    viewport: { width: 1366, height: 768 },
  })
  try {
    const page = await context.newPage()
    await portal.enter(page, 'cnipa')
    const session = await context.newCDPSession(page)
    await session.send('Network.enable')
    await session.send('Network.clearBrowserCache')
    await session.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 40,
      downloadThroughput: BITS_PER_SECOND / 8,
      uploadThroughput: BITS_PER_SECOND / 8,
    })
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN })
    const named = new Map<string, string>()
    const scripts = new Map<string, number>()
    session.on('Network.responseReceived', ({ requestId, type, response }) => {
      if (type === 'Script') named.set(requestId, new URL(response.url).pathname)
    })
    session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      const script = named.get(requestId)
      if (script !== undefined) scripts.set(script, encodedDataLength)
    })
    await page.addInitScript(OBSERVER)
    await page.goto('/dashboard', { waitUntil: 'networkidle' })
    await page.locator('table').first().waitFor()
    const vitals = await page.evaluate<Vitals>(
      `(() => {
        const [{ responseStart, encodedBodySize }] = performance.getEntriesByType('navigation')
        return { ...window.chengjiVitals, answered: responseStart, bytes: encodedBodySize }
      })()`,
    )
    return { ...vitals, scripts }
  } finally {
    await context.close()
  }
}

/** Bytes of the scripts that are not on every page of every Next application: those its build names as the root's. */
function ownScripts(scripts: ReadonlyMap<string, number>): number {
  const { script } = JSON.parse(process.env.CHENGJI_STAGE ?? '') as Stage
  const { rootMainFiles, polyfillFiles } = JSON.parse(
    readFileSync(path.join(path.dirname(script), '.next/build-manifest.json'), 'utf8'),
  ) as { rootMainFiles: string[]; polyfillFiles: string[] }
  const framework = new Set([...rootMainFiles, ...polyfillFiles].map((file) => `/_next/${file}`))
  return [...scripts].reduce((sum, [script, bytes]) => (framework.has(script) ? sum : sum + bytes), 0)
}
