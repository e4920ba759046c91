import { chmodSync, createReadStream, createWriteStream, existsSync, mkdirSync, renameSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createBrotliDecompress } from 'node:zlib'
import { test as base } from './portal'

/** The last Chromium for Windows 7, which many offices have under one name or another; its package is for one platform. */
export const hasOlderChromium = process.platform === 'linux' && process.arch === 'x64'

/** Unpacks it once; gives its program. */
async function olderChromium(): Promise<string> {
  const folder = path.resolve('node_modules/.cache/chengji-chromium-109')
  const program = path.join(folder, 'chromium')
  if (existsSync(program)) return program
  mkdirSync(folder, { recursive: true })
  const packed = path.join(
    path.dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium/package.json')),
    'bin/chromium.br',
  )
  const mine = `${program}-${process.pid}`
  await pipeline(createReadStream(packed), createBrotliDecompress(), createWriteStream(mine))
  chmodSync(mine, 0o755)
  renameSync(mine, program)
  return program
}

/** The journeys' `test`, in the older Chromium. */
export const test = base.extend<object, { readonly program: string }>({
  launchOptions: [
    async ({ launchOptions }, use) => {
      await use({ ...launchOptions, executablePath: await olderChromium() })
    },
    { scope: 'worker' },
  ],
})
