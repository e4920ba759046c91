/**
 * npm run --silent verify: recomputes explanations the portal has exported, and checks exported ledgers, without the
 * portal, its database or any network. Exit status 0: all holds; 1: something does not, each named on standard error;
 * 2: a file cannot be read; 64: bad options.
 */
import { readFileSync } from 'node:fs'
import { verifyWithPacks } from './verify/run'

// Node takes the locale from LC_ALL, LC_MESSAGES and LANG itself.
const locale = Intl.DateTimeFormat().resolvedOptions().locale.startsWith('zh') ? 'zh-CN' : 'en'
const { status, out, err } = await verifyWithPacks(
  process.argv.slice(2),
  (path) => readFileSync(path),
  locale,
)

process.exitCode = status
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // A pipe whose reader has gone is nobody's fault; a full disk is.
  if (error.code !== 'EPIPE') process.exitCode = 2
})
process.stderr.write(err)
process.stdout.write(out)
