import { createHash } from 'node:crypto'
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { releaseLock, takeLock } from './lock-file.mjs'
import { problems, Refused, steps } from './messages.mjs'
import { step } from './progress.mjs'
import { cache, root } from './root.mjs'
import { runTool, ToolFailed } from './tool.mjs'

/**
 * Generates the database client unless that was done for this schema.
 * @param {import('./life.mjs').Life} life
 */
export async function ensureGenerated(life) {
  const stamp = path.join(cache, 'generated')
  const wanted = hashOf(['prisma/schema.prisma', 'package-lock.json'])
  const there = existsSync(path.join(root, 'lib/store/generated/client.ts'))
  if (there && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  await step(steps.generate, async () => {
    try {
      const env = { CHECKPOINT_DISABLE: '1', PRISMA_HIDE_UPDATE_MESSAGE: '1' }
      await runTool(life, ['node_modules/prisma/build/index.js', 'generate'], { env })
    } catch (error) {
      throw error instanceof ToolFailed ? new Refused(problems.generateFailed(error.message)) : error
    }
  })
  mkdirSync(cache, { recursive: true })
  writeFileSync(stamp, wanted)
}

// What the pages are made of; commands and tests are not.
const SOURCES = [
  'app',
  'components',
  'lib',
  'public',
  'proxy.ts',
  'instrumentation.ts',
  'instrumentation-client.ts',
  'next.config.js',
  'postcss.config.mjs',
  'tsconfig.json',
]
const SOURCES_TOO = ['package.json', 'package-lock.json', 'prisma/schema.prisma']
const NOT_SOURCES = ['lib/commands', 'lib/store/generated']

/**
 * Builds the pages unless that was done for these sources. Each build has a folder of its own, named by its sources, so that
 * a portal that runs keeps the one it was started from.
 * @param {import('./life.mjs').Life} life
 * @returns {Promise<string>} the server's script
 */
export async function ensureBuilt(life) {
  const folder = path.join(cache, `portal-${hashOf([...SOURCES, ...SOURCES_TOO]).slice(0, 16)}`)
  const server = path.join(folder, 'server.js')
  if (existsSync(server)) return server
  return step(steps.build, async () => {
    const lock = path.join(cache, 'build.lock')
    while (takeLock(lock, '') !== null) await sleep(200, undefined, { signal: life.signal })
    try {
      if (!existsSync(server)) await build(life, folder)
    } finally {
      releaseLock(lock)
    }
    return server
  })
}

async function build(life, folder) {
  try {
    const env = { NEXT_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' }
    await runTool(life, ['node_modules/next/dist/bin/next', 'build'], { env })
  } catch (error) {
    if (!(error instanceof ToolFailed)) throw error
    if (!life.signal.aborted) console.error(error.output)
    throw new Refused(problems.buildFailed())
  }
  const finished = path.join(root, '.next/standalone')
  cpSync(path.join(root, '.next/static'), path.join(finished, '.next/static'), { recursive: true })
  if (existsSync(path.join(root, 'public')))
    cpSync(path.join(root, 'public'), path.join(finished, 'public'), { recursive: true })
  await bundleChildren(finished)
  renameSync(finished, folder)
  dropOldBuilds(folder)
}

/**
 * What reads uploaded files and what writes Word files runs in processes of their own: nothing imports them, so each is put
 * into one file beside the pages.
 * @param {string} folder of the built portal
 */
export async function bundleChildren(folder) {
  // Asked for only here: a first start comes before anything is installed.
  const { build: bundle } = await import('esbuild')
  const banner = "import { createRequire } from 'node:module';const require = createRequire(import.meta.url);"
  await bundle({
    absWorkingDir: root,
    entryPoints: [
      'lib/documents/tables/child.ts',
      'lib/documents/word/child.ts',
      'lib/documents/streaming/child.ts',
      'lib/imports/child.ts',
    ],
    outbase: root,
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    banner: { js: banner },
    logLevel: 'error',
  })
}

/** Keeps the build before this one: a portal may be running from it. */
function dropOldBuilds(current) {
  const others = readdirSync(cache)
    .filter((name) => name.startsWith('portal-') && path.join(cache, name) !== current)
    .map((name) => path.join(cache, name))
    .sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs)
  for (const old of others.slice(1)) rmSync(old, { recursive: true, force: true })
}

function hashOf(places) {
  const hash = createHash('sha256').update(`${process.platform}-${process.arch}`)
  for (const place of places)
    for (const file of filesIn(place)) hash.update(`\0${file}\0`).update(readFileSync(path.join(root, file)))
  return hash.digest('hex')
}

function filesIn(place) {
  if (NOT_SOURCES.includes(place) || !existsSync(path.join(root, place))) return []
  if (!statSync(path.join(root, place)).isDirectory()) return [place]
  return readdirSync(path.join(root, place))
    .sort()
    .flatMap((name) => filesIn(`${place}/${name}`))
}
