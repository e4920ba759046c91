/**
 * npm run mutation [-- FILE…]: changes lib/rules in every way Stryker knows, one change at a time, and counts how many
 * the tests of the rules notice. Changes that make no difference to any result are listed, each with its reason, in
 * equivalent.json and not counted. Exit status 1 when fewer than 95 % are noticed, or when the
 * sum of all leaves a file of lib/rules out.
 *
 * Results are kept in .data/mutation. Without a file only what has changed since is tried; files that are named are tried
 * anew and wholly. Delete the folder to try everything again: about half an hour on two idle cores.
 */
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { textTable } from '@/lib/commands/text-table'
import { notMeasured, scoreOf, type Equivalent, type Report } from './score'

const root = path.resolve(import.meta.dirname, '../..')
const GOAL = 95

const files = process.argv.slice(2)
const stryker = path.join(root, 'node_modules/@stryker-mutator/core/bin/stryker.js')
const selected = files.length > 0 ? ['--force', '--mutate', files.join(',')] : []
const { status } = spawnSync(
  process.execPath,
  [stryker, 'run', 'tests/mutation/stryker.config.json', ...selected],
  { cwd: root, stdio: 'inherit' },
)
if (status !== 0) process.exit(status ?? 1)

const read = (file: string): unknown => JSON.parse(readFileSync(path.join(root, file), 'utf8'))
const report = read('.data/mutation/report.json') as Report
const equivalents = read('tests/mutation/equivalent.json') as Equivalent[]
const { lines, survivors, stale, score } = scoreOf(report, equivalents, files)
const say = (text: string) => process.stdout.write(`${text}\n`)
for (const survivor of survivors) say(survivor)
say(
  textTable(['file', 'mutants', 'equivalent', 'killed', 'survived', 'score'], lines, (column) => column > 0),
)
for (const each of stale) say(`equivalent.json: no longer a survivor: ${each}`)
say(`${score.toFixed(1)} % killed, goal ${GOAL} %`)
if (files.length > 0) {
  const [known] = scoreOf(report, equivalents, []).lines.slice(-1)
  say(`with what is known of the other files: ${known?.join(' ') ?? ''}`)
}
const rules = readdirSync(path.join(root, 'lib/rules'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => `lib/rules/${file}`)
  .sort()
const left = notMeasured(
  report,
  new Map(rules.map((file) => [file, readFileSync(path.join(root, file), 'utf8')])),
)
for (const each of left) say(each)
say(`${rules.length - left.length} of the ${rules.length} files of lib/rules are in what is known`)
process.exitCode = score >= GOAL && (files.length > 0 || left.length === 0) ? 0 : 1
