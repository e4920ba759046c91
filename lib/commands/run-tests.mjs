import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { ensureGenerated } from './build.mjs'
import { ensureChromium } from './chromium.mjs'
import { ensureInstalled } from './install.mjs'
import { beginLife, plainly } from './life.mjs'
import { problems, Refused, steps, testHelp } from './messages.mjs'
import { root } from './root.mjs'
import { runTool, ToolFailed } from './tool.mjs'

const RESULTS = path.join(root, 'test-results')
/**
 * As much of the runners' own reports as is counted.
 * @typedef {{ readonly status: string, readonly fullName: string, readonly failureMessages: readonly string[] }} Outcome
 * @typedef {{ readonly status: string, readonly name: string, readonly message: string, readonly assertionResults: readonly Outcome[] }} TestFile
 * @typedef {{ readonly numPassedTests: number, readonly numFailedTests: number, readonly numPendingTests: number, readonly testResults: readonly TestFile[] }} VitestReport
 * @typedef {{ readonly expected: number, readonly unexpected: number, readonly flaky: number, readonly skipped: number }} Stats
 * @typedef {{ readonly title: string, readonly ok: boolean, readonly file: string }} Journey
 * @typedef {{ readonly specs?: readonly Journey[], readonly suites?: readonly Suite[] }} Suite
 * @typedef {{ readonly stats: Stats, readonly errors: readonly unknown[], readonly suites: readonly Suite[] }} PlaywrightReport
 */
/** @type {VitestReport} */
const NO_TESTS = { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, testResults: [] }
/** @type {PlaywrightReport} */
const NO_JOURNEYS = { stats: { expected: 0, unexpected: 0, flaky: 0, skipped: 0 }, errors: [], suites: [] }
const SUITES = ['rules', 'store', 'journeys']

/**
 * Runs every test, or one suite, and says at the end in one line how many passed and failed.
 * @param {readonly string[]} args
 */
export async function runTests(args) {
  process.chdir(root)
  const life = beginLife((error) => plainly(error, problems.unexpected))
  try {
    const only = readSuite(args)
    if (only === 'help') {
      console.log(testHelp)
      return life.end(0)
    }
    await ensureInstalled(life)
    await ensureGenerated(life)
    mkdirSync(RESULTS, { recursive: true })
    const results = []
    if (only !== 'journeys') results.push(...(await runVitest(life, only)))
    if (only === null || only === 'journeys') results.push(await runJourneys(life))
    const [passed, failed, skipped] = ['passed', 'failed', 'skipped'].map((kind) =>
      results.reduce((sum, each) => sum + each[kind], 0),
    )
    if (skipped > 0) console.log(`\n${steps.skipped.join(' ')} ${skipped}`)
    // Far above, between thousands of others, nobody finds them.
    for (const name of results.flatMap(({ names }) => names)) console.log(`✗ ${name}`)
    console.log(`\n${passed} passed, ${failed} failed`)
    await life.end(failed === 0 && passed > 0 ? 0 : 1)
  } catch (error) {
    await life.fail(error)
  }
}

function readSuite(args) {
  if (args.includes('--help') || args.includes('-h')) return 'help'
  const [option, suite = ''] = args.flatMap((arg) => arg.split('='))
  if (option === undefined) return null
  if (option !== '--only') throw new Refused(problems.unknownOption(option))
  if (!SUITES.includes(suite)) throw new Refused(problems.unknownSuite(suite, SUITES.join(' / ')))
  return suite
}

/** On the embedded database, and the store's tests once more on the PostgreSQL that TEST_DATABASE_URL names. */
async function runVitest(life, only) {
  const real = process.env.TEST_DATABASE_URL
  const projects = only === null ? [] : only === 'store' ? ['store'] : ['rules', 'architecture', 'commands']
  const results = [await vitest(life, steps.vitest, projects, { TEST_DATABASE_URL: undefined })]
  if (only !== 'rules' && real !== undefined && real !== '')
    results.push(await vitest(life, steps.vitestReal, ['store'], {}))
  return results
}

async function vitest(life, name, projects, env) {
  const file = reportFile()
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const selected = projects.flatMap((project) => ['--project', project])
  const ended = await run(
    life,
    name,
    ['node_modules/vitest/vitest.mjs', 'run', ...reporters, ...selected],
    env,
  )
  const { numPassedTests, numFailedTests, numPendingTests, testResults } = readReport(file, NO_TESTS)
  // A file that cannot even be loaded has no failed test, and is a failure all the same.
  const broken = testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((each) => each.status === 'failed'),
  )
  const names = testResults.flatMap(({ name: test, assertionResults }) =>
    assertionResults
      .filter(({ status }) => status === 'failed')
      .map(({ fullName, failureMessages }) => named(test, fullName, failureMessages[0])),
  )
  return counted(numPassedTests, numFailedTests + broken.length, numPendingTests, ended, [
    ...broken.map(({ name: test, message }) => named(test, '', message)),
    ...names,
  ])
}

async function runJourneys(life) {
  const file = reportFile()
  const env = {
    CHROMIUM_PATH: await ensureChromium(life),
    PLAYWRIGHT_JSON_OUTPUT_NAME: file,
    // The journeys run on the embedded database, but for a start on the one given.
    TEST_DATABASE_URL: undefined,
    GIVEN_DATABASE_URL: process.env.TEST_DATABASE_URL,
  }
  const ended = await run(life, steps.journeys, ['node_modules/@playwright/test/cli.js', 'test'], env)
  const { stats, errors, suites } = readReport(file, NO_JOURNEYS)
  const names = suites
    .flatMap(journeysIn)
    .flatMap(({ ok, file: test, title }) => (ok ? [] : [named(test, title)]))
  return counted(stats.expected, stats.unexpected + stats.flaky + errors.length, stats.skipped, ended, names)
}

let reports = 0

function reportFile() {
  const file = path.join(RESULTS, `report-${++reports}.json`)
  rmSync(file, { force: true })
  return file
}

/** Runs a test runner in sight; whether it ended well. */
async function run(life, [zh, en], args, env) {
  console.log(`\n${zh} ${en} …`)
  try {
    await runTool(life, args, { env, show: true })
    return true
  } catch (error) {
    if (error instanceof ToolFailed) return false
    throw error
  }
}

/**
 * @template T
 * @param {string} file
 * @param {T} none what a runner has done that did not come to write its report
 * @returns {T}
 */
function readReport(file, none) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return none
  }
}

/** @type {(suite: Suite) => readonly Journey[]} */
const journeysIn = ({ specs = [], suites = [] }) => [...specs, ...suites.flatMap(journeysIn)]

/** A failed test on one line: its file, its name and how its message begins. */
const named = (file, title, message = '') =>
  [path.relative(root, path.resolve(root, file)), title, message.split('\n')[0]]
    .filter((part) => part)
    .join(' › ')

/** A runner that ended badly without naming a test that failed has failed itself. */
const counted = (passed, failed, skipped, ended, names) => ({
  passed,
  failed: failed === 0 && !ended ? 1 : failed,
  skipped,
  names,
})
