import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { problems, Refused, steps } from './messages.mjs'
import { step } from './progress.mjs'
import { cache, root } from './root.mjs'
import { runTool } from './tool.mjs'

const STAMP = path.join(cache, 'installed')
const UNFINISHED = path.join(cache, 'installing')

/**
 * Installs the locked dependencies unless that was done already for this lock file.
 * @param {import('./life.mjs').Life} life
 */
export async function ensureInstalled(life) {
  const wanted = stampOf()
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted) return
  await step(steps.install, async () => {
    // npm takes a package of which only a part was unpacked for a whole one.
    if (existsSync(UNFINISHED)) rmSync(path.join(root, 'node_modules'), { recursive: true, force: true })
    mkdirSync(cache, { recursive: true })
    writeFileSync(UNFINISHED, '')
    try {
      // Not `npm ci`: it refuses a lock file written where packages of other platforms could not be seen. Nothing is saved,
      // so that the checkout stays as it is. What builds the pages is needed whatever NODE_ENV says.
      const args = ['install', '--no-save', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']
      await runTool(life, [npm(), ...args], { show: true })
    } catch (error) {
      throw error instanceof Refused
        ? error
        : new Refused(problems.installFailed(`npm install: ${error.message}`))
    }
  })
  writeFileSync(STAMP, wanted)
  rmSync(UNFINISHED, { force: true })
}

const stampOf = () =>
  createHash('sha256')
    .update(readFileSync(path.join(root, 'package-lock.json')))
    .update(`${process.platform}-${process.arch}-${process.versions.modules}`)
    .digest('hex')

/** The script of the npm that called us, or of the one that came with this Node. */
function npm() {
  const calling = process.env.npm_execpath
  if (calling !== undefined && calling.endsWith('npm-cli.js') && existsSync(calling)) return calling
  const prefix = path.dirname(path.dirname(process.execPath))
  const places = [
    path.join(prefix, 'lib/node_modules/npm/bin/npm-cli.js'),
    path.join(path.dirname(process.execPath), 'node_modules/npm/bin/npm-cli.js'),
    '/usr/share/nodejs/npm/bin/npm-cli.js',
    '/usr/share/npm/bin/npm-cli.js',
  ]
  const found = places.find((place) => existsSync(place))
  if (found === undefined) throw new Refused(problems.installFailed('npm'))
  return found
}
