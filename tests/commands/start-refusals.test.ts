import { spawn } from 'node:child_process'
import { chmodSync, chownSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import net from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { takeLock, releaseLock } from '@/lib/commands/lock-file.mjs'
import { nodeProblem } from '@/lib/commands/node-version.mjs'

let folder: string
let servers: net.Server[]

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'chengji-start-'))
  servers = []
})

afterEach(async () => {
  for (const server of servers) await new Promise((resolve) => server.close(resolve))
  rmSync(folder, { recursive: true })
})

interface Ended {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

function start(args: readonly string[], environment: Readonly<Record<string, string>> = {}): Promise<Ended> {
  const { PATH = '', HOME = '' } = process.env
  const child = spawn(process.execPath, ['lib/commands/start.mjs', ...args], {
    env: { NODE_ENV: 'production', PATH, HOME, CHENGJI_DATA_DIR: path.join(folder, 'data'), ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const text = { out: '', err: '' }
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (text.out += chunk))
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (text.err += chunk))
  return new Promise((resolve) => {
    child.once('close', (code) => {
      resolve({ code, ...text })
    })
  })
}

/** One sentence in Chinese, then one in English, exit code 1, and nothing else. */
function expectRefusal({ code, err }: Ended, zh: string | RegExp, en: string | RegExp): void {
  const lines = err.trimEnd().split('\n')
  expect(lines, err).toHaveLength(2)
  expect(lines[0]).toMatch(zh)
  expect(lines[0]).toMatch(/[\u4e00-\u9fff].*。/)
  expect(lines[1]).toMatch(en)
  expect(lines[1]).toMatch(/\.$/)
  expect(code).toBe(1)
}

const listen = async (onConnect: (socket: net.Socket) => void = () => undefined): Promise<number> => {
  const server = net.createServer(onConnect)
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return typeof address === 'object' && address !== null ? address.port : 0
}

const SECRET = { CHENGJI_SECRET: 'a-secret-of-at-least-thirty-two-signs' }

describe('the version of Node', () => {
  it.each(['18.20.4', '20.18.3', '19.9.0', '21.7.3', '22.11.0'])(
    '%s is too old, which is said in both languages',
    (version) => {
      const [zh, en] = nodeProblem(version)?.split('\n') ?? []
      expect(zh).toContain(`当前为 ${version}`)
      expect(en).toContain(`this is ${version}`)
    },
  )
  it.each(['20.19.0', '22.12.0', '23.0.0', '24.21.0'])('%s will do', (version) => {
    expect(nodeProblem(version)).toBeNull()
  })
})

describe('options and environment', () => {
  it('explains itself', async () => {
    const { code, out, err } = await start(['--help'])
    expect({ code, err }).toEqual({ code: 0, err: '' })
    for (const said of ['--empty', '--cohort 2020', 'PORT', 'DATABASE_URL', '数据目录'])
      expect(out).toContain(said)
    expect(readdirSync(folder)).toEqual([])
  })

  it.each([
    [['--demo'], {}, '不认识的选项 --demo', 'Unknown option --demo'],
    [['--cohort', '2019'], {}, '“2019”', '“2019”'],
    [['--cohort'], {}, '--cohort', '--cohort'],
    [['--empty', '--cohort=2020'], {}, '只能选一个', 'not both'],
    [[], { PORT: '80a' }, 'PORT', 'PORT'],
    [[], { PORT: '65536' }, '65536', '65536'],
    [[], { HOST: '203.0.113.7', PORT: '3999' }, '203.0.113.7', '203.0.113.7'],
    [[], { DATABASE_URL: 'mysql://somewhere/else', ...SECRET }, 'postgresql://', 'postgresql://'],
    [[], { DATABASE_URL: 'postgresql://somewhere/else' }, 'CHENGJI_SECRET', 'CHENGJI_SECRET'],
    [[], { DATABASE_URL: 'postgresql://somewhere/else', CHENGJI_SECRET: 'short' }, '太短', 'too short'],
  ] as const)('%j %j', async (args, environment, zh, en) => {
    expectRefusal(await start(args, environment), zh, en)
  })

  it('a taken port, before anything else is done', async () => {
    const port = await listen()
    expectRefusal(
      await start([], { PORT: String(port) }),
      `端口 ${port} 已被其他程序占用`,
      `Port ${port} is taken`,
    )
    expect(readdirSync(path.join(folder, 'data'))).toEqual([])
  })
})

describe('the data folder', () => {
  const data = () => path.join(folder, 'data')
  const freePort = async () => ({ PORT: String(await unusedPort()) })

  it('is a file', async () => {
    writeFileSync(data(), 'not a folder')
    expectRefusal(await start([], await freePort()), '无法读写', 'cannot be read and written')
  })

  it('holds something else, which stays as it is', async () => {
    mkdirSync(data())
    writeFileSync(path.join(data(), 'thesis.docx'), 'years of work')
    expectRefusal(await start([], await freePort()), '不是城绩的数据', 'not data of Chengji')
    expect(readdirSync(data())).toEqual(['thesis.docx'])
  })

  it('is in use by a portal that runs', async () => {
    const lock = path.join(data(), 'portal.lock')
    takeLock(lock, 'http://127.0.0.1:3456')
    const ended = await start([], await freePort())
    expectRefusal(ended, /正由另一个门户使用.*3456/, /in use by a running portal.*3456/)
    expect(ended.err).toContain(String(process.pid))
    releaseLock(lock)
  })

  it.each([
    [
      'has a database that is a file',
      (pg: string) => {
        writeFileSync(pg, 'garbage')
      },
      '已损坏',
      'is damaged',
    ],
    [
      'has a database without its version',
      (pg: string) => {
        mkdirSync(path.join(pg, 'data'), { recursive: true })
      },
      '已损坏',
      'is damaged',
    ],
    [
      'has a database whose version is no number',
      (pg: string) => {
        cluster(pg, 'garbage')
      },
      '已损坏',
      'is damaged',
    ],
    [
      'was made by another PostgreSQL',
      (pg: string) => {
        cluster(pg, '15')
      },
      'PostgreSQL 15',
      'PostgreSQL 15',
    ],
    [
      'has a database of which most is missing',
      (pg: string) => {
        cluster(pg, '18')
      },
      '未能启动',
      'did not start',
    ],
  ] as const)('%s', async (_, spoil, zh, en) => {
    mkdirSync(data())
    spoil(path.join(data(), 'pg'))
    expectRefusal(await start([], await freePort()), zh, en)
    expect(readdirSync(data()).sort()).toEqual(['pg', 'secret'])
  })

  it('has a secret that is none', async () => {
    mkdirSync(data())
    writeFileSync(path.join(data(), 'secret'), 'short')
    expectRefusal(await start([], await freePort()), '已损坏', 'is damaged')
  })
})

describe('DATABASE_URL', () => {
  const url = (port: number) => ({
    DATABASE_URL: `postgresql://who:pass@127.0.0.1:${port}/chengji`,
    ...SECRET,
  })

  it('cannot be reached, and its password is not told', async () => {
    const ended = await start([], { PORT: String(await unusedPort()), ...url(await unusedPort()) })
    expectRefusal(ended, '无法连接', 'cannot be reached: connect ECONNREFUSED')
    expect(ended.err).not.toContain('pass')
  })

  it('is a PostgreSQL that is too old', async () => {
    const port = await listen(oldServer)
    expectRefusal(
      await start([], { PORT: String(await unusedPort()), ...url(port) }),
      '版本为 14.9，至少需要 15',
      'is version 14.9; at least 15',
    )
  })
})

function cluster(pg: string, version: string): void {
  mkdirSync(path.join(pg, 'data'), { recursive: true, mode: 0o700 })
  writeFileSync(path.join(pg, 'data/PG_VERSION'), `${version}\n`)
  writeFileSync(path.join(pg, 'password'), 'password\n')
  if (process.getuid?.() !== 0) return
  // As root the database runs as whoever owns the cluster, and that must not be root.
  chmodSync(folder, 0o755)
  for (const each of [pg, 'data', 'data/PG_VERSION', 'password'])
    chownSync(path.resolve(pg, each), 65_534, 65_534)
}

async function unusedPort(): Promise<number> {
  const port = await listen()
  const server = servers.pop()
  await new Promise((resolve) => server?.close(resolve))
  return port
}

/** As much of PostgreSQL's protocol as it takes to be asked for one's version: everyone may log in, every answer is 14.9. */
function oldServer(socket: net.Socket): void {
  const message = (type: string, body: Buffer) => {
    const head = Buffer.alloc(5)
    head.write(type)
    head.writeInt32BE(body.length + 4, 1)
    return Buffer.concat([head, body])
  }
  const int16 = (value: number) => Buffer.from([value >> 8, value & 255])
  const int32 = (value: number) =>
    Buffer.from([value >>> 24, (value >> 16) & 255, (value >> 8) & 255, value & 255])
  const ready = message('Z', Buffer.from('I'))
  const column = [
    Buffer.from('server_version\0'),
    int32(0),
    int16(0),
    int32(25),
    int16(65535),
    int32(-1),
    int16(0),
  ]
  let greeted = false
  socket.on('error', () => undefined)
  socket.on('data', (chunk) => {
    if (!greeted) {
      greeted = true
      socket.write(Buffer.concat([message('R', int32(0)), ready]))
    } else if (chunk[0] === 'Q'.charCodeAt(0)) {
      const value = Buffer.from('14.9')
      socket.write(
        Buffer.concat([
          message('T', Buffer.concat([int16(1), ...column])),
          message('D', Buffer.concat([int16(1), int32(value.length), value])),
          message('C', Buffer.from('SHOW\0')),
          ready,
        ]),
      )
    } else socket.end()
  })
}
