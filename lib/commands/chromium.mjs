import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import path from 'node:path'
import { problems, Refused, steps } from './messages.mjs'
import { step } from './progress.mjs'
import { root } from './root.mjs'
import { runTool } from './tool.mjs'

// Without windows it opens a page much sooner, and draws the same.
const NAMES = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
]
const PLACES = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/** An installed Chromium or Chrome; null when there is none. */
export function installedChromium() {
  const given = process.env.CHROMIUM_PATH
  if (given !== undefined && given !== '') return given
  const inPath = (process.env.PATH ?? '')
    .split(path.delimiter)
    .flatMap((folder) => NAMES.map((name) => path.join(folder, name)))
  return [...PLACES, ...inPath].find(isProgram) ?? null
}

/**
 * Where a Chromium may come from.
 * @typedef {object} Sources
 * @property {() => string | null} installed
 * @property {() => Promise<string>} own where Playwright keeps its own, fetched or not
 * @property {(life: import('./life.mjs').Life) => Promise<unknown>} fetchOwn
 * @property {() => string | null} debian installs Debian's package
 */
/** @type {Sources} */
const HERE = {
  installed: installedChromium,
  own: async () => (await import('@playwright/test')).chromium.executablePath(),
  fetchOwn: (life) =>
    runTool(life, ['node_modules/@playwright/test/cli.js', 'install', 'chromium'], { show: true }).catch(
      (error) => {
        console.error(error.message)
      },
    ),
  debian: fromDebian,
}

/**
 * A Chromium for the journeys: an installed one, or Playwright's own, or, where that cannot be fetched or does not run here,
 * Debian's. Says which it takes, and why not another.
 * @param {import('./life.mjs').Life} life
 * @param {Sources} [from]
 * @returns {Promise<string>}
 */
export async function ensureChromium(life, from = HERE) {
  const own = await from.own()
  const found =
    from.installed() ??
    ifItRuns(own) ??
    (await step(steps.chromium, async () => {
      if (existsSync(own)) return from.debian()
      await from.fetchOwn(life)
      return ifItRuns(own) ?? from.debian()
    }))
  if (found === null) throw new Refused(problems.noChromium())
  console.log(steps.browser.map((said) => said + found).join(' '))
  return found
}

/** The file if it is there and runs: a downloaded Chromium may lack libraries of the system. Says what it lacks. */
function ifItRuns(file) {
  if (!existsSync(file)) return null
  const { status, error, stderr } = spawnSync(file, ['--headless', '--no-sandbox', '--version'], {
    encoding: 'utf8',
    timeout: 30_000,
  })
  if (status === 0) return file
  console.error(problems.chromiumBroken(file, error?.message ?? stderr).join('\n'))
  return null
}

function fromDebian() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return null
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  for (const args of [
    ['update', '-q'],
    ['install', '-y', '-q', '--no-install-recommends', 'chromium', 'fonts-noto-cjk'],
  ]) {
    spawnSync('apt-get', args, { cwd: root, env, stdio: 'inherit' })
  }
  return installedChromium()
}

function isProgram(file) {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}
