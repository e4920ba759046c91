import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import path from 'node:path'
import { problems, Refused, steps } from './messages.mjs'
import { step } from './progress.mjs'
import { root } from './root.mjs'
import { runTool } from './tool.mjs'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const PLACES = [
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
 * A Chromium for the journeys: an installed one, or Playwright's own, or, where that cannot be fetched, Debian's.
 * @param {import('./life.mjs').Life} life
 * @returns {Promise<string>}
 */
export async function ensureChromium(life) {
  const there = installedChromium() ?? (await playwrightsOwn())
  if (there !== null) return there
  return step(steps.chromium, async () => {
    await runTool(life, ['node_modules/@playwright/test/cli.js', 'install', 'chromium'], {
      show: true,
    }).catch((error) => {
      console.error(error.message)
    })
    const found = (await playwrightsOwn()) ?? fromDebian()
    if (found === null) throw new Refused(problems.noChromium())
    return found
  })
}

async function playwrightsOwn() {
  const { chromium } = await import('@playwright/test')
  return existsSync(chromium.executablePath()) ? chromium.executablePath() : null
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
