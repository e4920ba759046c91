// npm run check: types, lint, format, rules and architecture. Two things at a time, since most of them use one core.
import { spawn } from 'node:child_process'
import path from 'node:path'
import { cache, root } from './root.mjs'

const tool = (file, ...args) => [path.join('node_modules', file), ...args]

// One compiler for both, which is not the one that builds.
const types = {
  name: 'types, and lint that needs them',
  args: tool('oxlint/bin/oxlint', '--type-aware', '--type-check', '--deny-warnings', '.'),
}
const lint = { name: 'lint', args: tool('eslint/bin/eslint.js', '.', '--max-warnings', '0') }
const tests = {
  name: 'rules and architecture',
  args: tool('vitest/vitest.mjs', 'run', '--project', 'rules', '--project', 'architecture'),
}
const format = {
  name: 'format',
  // A file's format depends on nothing but the file.
  args: tool(
    'prettier/bin/prettier.cjs',
    ...['--check', '--log-level', 'warn', '--cache', '--cache-strategy', 'content'],
    ...['--cache-location', path.join(cache, 'prettier'), '.'],
  ),
}

/** Runs one of them to its end; what it wrote is shown only where something is wrong. */
function run({ name, args }) {
  const begun = performance.now()
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk) => {
      output += chunk
    })
  }
  return new Promise((resolve) => {
    child.once('close', (code) => {
      const seconds = ((performance.now() - begun) / 1000).toFixed(1)
      console.log(`${code === 0 ? '✓' : '✗'} ${name}  ${seconds} s`)
      if (code !== 0) console.log(output.trim())
      resolve(code === 0)
    })
  })
}

const begun = performance.now()
const waiting = [lint, types, tests, format]

/** Takes one after the other until none is left; all of them, whatever the first one finds. */
async function work() {
  let fine = true
  for (let check = waiting.shift(); check !== undefined; check = waiting.shift())
    fine = (await run(check)) && fine
  return fine
}

const fine = await Promise.all([work(), work()])
console.log(`${((performance.now() - begun) / 1000).toFixed(1)} s`)
process.exitCode = fine.every(Boolean) ? 0 : 1
