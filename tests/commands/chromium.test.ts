import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ensureChromium } from '@/lib/commands/chromium.mjs'
import type { Life } from '@/lib/commands/life.mjs'

let folder: string
let said: string[]

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'chengji-chromium-'))
  said = []
  for (const kind of ['log', 'error'] as const)
    vi.spyOn(console, kind).mockImplementation((text: string) => void said.push(text))
})
afterEach(() => {
  vi.restoreAllMocks()
  rmSync(folder, { recursive: true })
})

const life = {} as Life
const program = (name: string, script: string): string => {
  const file = path.join(folder, name)
  writeFileSync(file, `#!/bin/sh\n${script}\n`, { mode: 0o755 })
  return file
}
const works = () => program('works', 'echo Chromium 1.0')
const lacks = () => program('lacks', 'echo "libnss3.so: cannot open shared object file" >&2; exit 127')

/** Where a Chromium may come from, and a note of what was asked for. */
function sources({
  installed = null,
  own,
  debian = null,
}: {
  installed?: string | null
  own: string
  debian?: string | null
}) {
  const asked: string[] = []
  return {
    asked,
    installed: () => installed,
    own: () => Promise.resolve(own),
    fetchOwn: () => {
      asked.push('fetch')
      return Promise.resolve()
    },
    debian: () => {
      asked.push('debian')
      return debian
    },
  }
}

describe('the browser of the journeys', () => {
  it('is an installed one before any other', async () => {
    const from = sources({ installed: '/usr/bin/chromium', own: works() })
    expect(await ensureChromium(life, from)).toBe('/usr/bin/chromium')
    expect(from.asked).toEqual([])
    expect(said.join()).toContain('browser: /usr/bin/chromium')
  })

  it('is Playwright’s where it is there and runs', async () => {
    const from = sources({ own: works() })
    expect(await ensureChromium(life, from)).toBe(works())
    expect(from.asked).toEqual([])
  })

  it('is Debian’s where Playwright’s is there and does not run, and says what that one lacks', async () => {
    const from = sources({ own: lacks(), debian: '/usr/bin/chromium' })
    expect(await ensureChromium(life, from)).toBe('/usr/bin/chromium')
    expect(from.asked).toEqual(['debian'])
    expect(said.join()).toContain('libnss3.so: cannot open shared object file')
  })

  it('is Debian’s where Playwright’s cannot be fetched; where there is none of all, that is said', async () => {
    const nowhere = path.join(folder, 'nowhere')
    const from = sources({ own: nowhere, debian: '/usr/bin/chromium' })
    expect(await ensureChromium(life, from)).toBe('/usr/bin/chromium')
    expect(from.asked).toEqual(['fetch', 'debian'])
    await expect(ensureChromium(life, sources({ own: nowhere }))).rejects.toThrow('No Chromium was found')
  })
})
