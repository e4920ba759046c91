/**
 * npm run --silent evaluate: judges a file of figures with the rules of the portal, without database or network.
 * Exit status 0; 2 if the file cannot be read or has faults, each named on standard error; 64 for bad options.
 */
import { readFileSync } from 'node:fs'
import { evaluate } from './evaluate-run'

// Node takes the locale from LC_ALL, LC_MESSAGES and LANG itself.
const locale = Intl.DateTimeFormat().resolvedOptions().locale.startsWith('zh') ? 'zh-CN' : 'en'
const { status, out, err } = evaluate(process.argv.slice(2), (path) => readFileSync(path), locale)

process.exitCode = status
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // A pipe whose reader has gone is nobody's fault; a full disk is.
  if (error.code !== 'EPIPE') process.exitCode = 1
})
process.stderr.write(err)
process.stdout.write(out)
