import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { test as base, expect } from '@playwright/test'
import { freePort } from '@/lib/store/embedded-postgres'

interface Started {
  readonly output: string
  readonly signal: (signal: NodeJS.Signals) => Promise<number | null>
}

/** `npm start` on data folders of one's own; whatever still runs afterwards is ended. */
interface Launcher {
  readonly data: string
  readonly url: string
  /** Returns when the address was printed. */
  readonly start: (...args: string[]) => Promise<Started>
}

const test = base.extend<{ launcher: Launcher }>({
  launcher: async ({}, use) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'chengji-start-'))
    const [data, port] = [path.join(folder, 'data'), String(await freePort())]
    const running: Started[] = []
    const start = async (...args: string[]) => {
      const started = await launch(args, { CHENGJI_DATA_DIR: data, PORT: port })
      running.push(started)
      return started
    }
    await use({ data, url: `http://127.0.0.1:${port}`, start })
    for (const started of running) await started.signal('SIGTERM')
    rmSync(folder, { recursive: true })
  },
})

async function launch(
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<Started> {
  const { PATH = '', HOME = '' } = process.env
  const child = spawn(process.execPath, ['lib/commands/start.mjs', ...args], {
    env: { NODE_ENV: 'production', PATH, HOME, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = new Promise<number | null>((resolve) => {
    child.once('close', resolve)
  })
  let output = ''
  const printed = new Promise<void>((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (chunk: string) => {
        output += chunk
        if (output.includes('Ctrl-C')) resolve()
      })
    }
  })
  await Promise.race([printed, ended])
  return {
    output,
    signal: (signal) => {
      child.kill(signal)
      return ended
    },
  }
}

// Each test starts a whole portal, some twice.
test.setTimeout(240_000)

const answers = (url: string): Promise<boolean> =>
  fetch(`${url}/api/health`).then(
    ({ ok }) => ok,
    () => false,
  )

const passwordIn = (output: string): string | undefined => /password {2}(\S+)/.exec(output)?.[1]

test('an empty portal: the first administrator once, then simply served; Ctrl-C leaves nothing running', async ({
  launcher,
  page,
}) => {
  const { data, url } = launcher
  const first = await launcher.start('--empty')
  const password = passwordIn(first.output)
  expect(password, first.output).toMatch(/^[\w-]{19}$/)
  expect(first.output).toContain(url)
  expect(first.output).toContain(data)
  expect(first.output).not.toContain('Chengji-demo')
  expect(statSync(path.join(data, 'secret')).mode & 0o777).toBe(0o600)

  const { csrfToken } = (await (await page.request.get(`${url}/api/auth/csrf`)).json()) as {
    csrfToken: string
  }
  const form = { csrfToken, login: 'admin', password: password ?? '', json: 'true' }
  expect((await page.request.post(`${url}/api/auth/callback/credentials`, { form })).status()).toBe(200)

  expect(await first.signal('SIGINT')).toBe(0)
  expect(await answers(url)).toBe(false)
  expect(existsSync(path.join(data, 'pg/data/postmaster.pid'))).toBe(false)
  expect(existsSync(path.join(data, 'portal.lock'))).toBe(false)

  const second = await launcher.start()
  expect(second.output).toContain(url)
  expect(passwordIn(second.output)).toBeUndefined()
  expect(await answers(url)).toBe(true)
  expect(await second.signal('SIGTERM')).toBe(0)

  const asOther = await launcher.start('--cohort', '2020')
  expect(asOther.output).toContain('cannot be started with the eleven cities')
  expect(await asOther.signal('SIGTERM')).toBe(1)
})

test('a portal whose launcher was killed takes its server along, and starts again', async ({ launcher }) => {
  const first = await launcher.start('--cohort', '2020')
  expect(first.output).toContain('2020年入选的11个城市')
  await first.signal('SIGKILL')
  await expect.poll(() => answers(launcher.url)).toBe(false)

  const second = await launcher.start()
  expect(second.output).toContain(launcher.url)
  expect(await answers(launcher.url)).toBe(true)
  expect(await second.signal('SIGTERM')).toBe(0)
  expect(existsSync(path.join(launcher.data, 'pg/data/postmaster.pid'))).toBe(false)
})

test('two starts on one folder: the second is told where the first one is', async ({ launcher }) => {
  await launcher.start('--empty')
  const second = await launcher.start()
  expect(second.output).toContain(`正由另一个门户使用`)
  expect(second.output).toContain(launcher.url)
})
