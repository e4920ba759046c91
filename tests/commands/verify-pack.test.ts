import { describe, expect, it } from 'vitest'
import { verifyWithPacks } from '@/lib/commands/verify/run'
import { readArchive, writeArchive, type PackFile } from '@/lib/documents/pack/archive'
import { jsonFile, writePack } from '@/lib/documents/pack/manifest'
import { writeExplanations, writeLedger } from '@/lib/documents/explanations-file'
import { canonical, digest } from '@/lib/ledger/canonical'
import { nextEntry } from '@/lib/ledger/chain'
import { judge, ruleVersion } from '@/lib/rules'
import type { FigureFact } from '@/lib/rules/types'
import { threeYears } from '../rules/figures'

const AT = '2022-10-11T01:02:03.000Z'
const HEAD = {
  city: '910100',
  asOf: '2022Q4',
  knownAt: AT,
  notice: '财办建〔2020〕40号',
  ruleVersion,
  engine: 'chengji test',
  demonstration: true,
} as const

/** The base year's report with a figure of the whole year, and that of 2022's last quarter: 1000, then 1728. */
const cell = (part: string, value: string) => ({
  indicator: 'transfers_licenses',
  part,
  content: { state: 'figure', value },
})
const VERSIONS = [
  {
    period: '2019',
    version: 1,
    content: canonical({ city: '910100', period: '2019', cells: [cell('Y', '1000')] }),
  },
  {
    period: '2022',
    version: 2,
    content: canonical({ city: '910100', period: '2022', cells: [cell('Y', '1728')] }),
  },
]
const fact = (value: string, version: number): FigureFact => ({ value, version, acceptedAt: AT })

function filesOf(second = '1728'): PackFile[] {
  const facts = { 2019: fact('1000', 1), 2022: fact(second, 2) }
  const { explanation } = judge('transfers_licenses', facts, threeYears, '2022Q4')
  const submitted = VERSIONS.reduce<ReturnType<typeof nextEntry>[]>((chain, { period, version, content }) => {
    const body = canonical({ period, version, contentHash: digest(content) })
    return [
      ...chain,
      nextEntry(chain.at(-1) ?? null, { city: '910100', kind: 'report.submitted', at: AT, body }),
    ]
  }, [])
  return [
    { name: 'explanations.json', bytes: writeExplanations('910100', '2022Q4', [explanation]) },
    { name: 'ledger.json', bytes: writeLedger(submitted) },
    jsonFile('versions.json', {
      schema: 'chengji.versions/1',
      versions: VERSIONS.map(({ period, version, content }) => ({
        period,
        version,
        contentHash: digest(content),
      })),
    }),
    jsonFile('decisions.json', { schema: 'chengji.decisions/1', decisions: [] }),
    jsonFile('evaluations.json', { schema: 'chengji.evaluations/1', evaluations: [] }),
    jsonFile('evidence.json', { schema: 'chengji.evidence/1', files: [] }),
    jsonFile('money.json', {
      ...{ schema: 'chengji.money/1', city: '910100' },
      ...{ decisions: [], payments: [], entries: [] },
    }),
    jsonFile('traces.json', {
      ...{ schema: 'chengji.traces/2', rows: [], counts: [] },
      traces: VERSIONS.map(({ period, version, content }) => ({
        reference: `910100-${period}-${String(version)}-transfers_licenses`,
        ...(JSON.parse(content) as { cells: readonly Record<string, unknown>[] }).cells[0],
      })),
    }),
    ...VERSIONS.map(({ period, version, content }) => ({
      name: `versions/${period}-${String(version)}.json`,
      bytes: new TextEncoder().encode(content),
    })),
    { name: 'report.pdf', bytes: new TextEncoder().encode('%PDF-1.7 季度绩效报告') },
  ]
}

const run = (pack: Uint8Array, locale: 'zh-CN' | 'en' = 'en', ...more: string[]) =>
  verifyWithPacks(['pack.zip', ...more], () => pack, locale)

describe('a pack that holds', () => {
  it('leaves 0 and says in plain words what was checked', async () => {
    const { status, out, err } = await run(await writePack(HEAD, filesOf()))
    expect({ status, err }).toEqual({ status: 0, err: '' })
    expect(out).toContain(
      'Checked: digests and list of 13 files and every byte of the zip around them; 2 submitted versions and 0 sealed evaluations against the digests in the ledger; 2 figures that explanations take against the versions they name; the sources of 2 figures and rows; the list of evidence against its version; the digests of decisions; money against ledger, decisions and their grounds.',
    )
    expect(out).toContain('pack.zip/explanations.json\n')
    expect(out).toContain('All holds.')
    const zh = await run(await writePack(HEAD, filesOf()), 'zh-CN')
    expect(zh.out).toContain('已核：13 个文件的摘要与清单，压缩包的每一个字节；2 个上报版本')
  })

  it('is the same bytes for the same content, in whatever order it came', async () => {
    const one = await writePack(HEAD, filesOf())
    expect(await writePack(HEAD, filesOf().reverse())).toEqual(one)
    expect(JSON.parse((await run(one, 'en', '--json')).out)).toMatchObject({
      holds: true,
      files: [
        { kind: 'pack', city: '910100', asOf: '2022Q4', ruleVersion, versions: 2, inputs: 2 },
        {},
        {},
        { kind: 'money' },
      ],
    })
  })
})

describe('a pack that does not hold', () => {
  it('is found whichever one of its bytes was changed', async () => {
    const pack = await writePack(HEAD, filesOf())
    // 500 places all over it, the same in each run, each byte changed otherwise.
    const unnoticed: number[] = []
    for (let i = 0; i < 500; i++) {
      const at = Math.floor((i * pack.length) / 500 + ((i * 7919) % 97) / 97) % pack.length
      const changed = Uint8Array.from(pack)
      changed[at] = (changed[at] ?? 0) ^ (1 << (i % 8))
      const { status } = await run(changed)
      if (status === 0) unnoticed.push(at)
    }
    expect(unnoticed).toEqual([])
  }, 60_000)

  /** Packed anew by somebody who knows how: every digest of the container is right again. */
  const forged = async (change: (files: PackFile[]) => PackFile[]) =>
    (await run(await writePack(HEAD, change(filesOf())))).err

  const replaced = (name: string, change: (text: string) => string) => (files: PackFile[]) =>
    files.map((file) =>
      file.name === name
        ? { name, bytes: new TextEncoder().encode(change(new TextDecoder().decode(file.bytes))) }
        : file,
    )

  it('a submitted version that was rewritten, though the container was made anew around it', async () => {
    expect(await forged(replaced('versions/2022-2.json', (text) => text.replace('1728', '1800')))).toContain(
      'versions/2022-2.json: the submitted version is not what its digest was made of',
    )
  })

  it('a version with its digest, that the ledger never saw', async () => {
    const content = VERSIONS[1]?.content.replace('1728', '1800') ?? ''
    const err = await forged((files) =>
      replaced('versions.json', (text) => text.replace(digest(VERSIONS[1]?.content ?? ''), digest(content)))(
        replaced('versions/2022-2.json', () => content)(files),
      ),
    )
    expect(err).toContain('versions/2022-2.json: the ledger knows no such submitted version')
  })

  it('an explanation that recomputes, on a figure that nobody submitted', async () => {
    expect((await run(await writePack(HEAD, filesOf('1900')))).err).toContain(
      'the explanation takes another figure than the version has: expected "1728", got "1900"',
    )
  })

  it('a figure said to come from elsewhere than it does', async () => {
    expect(await forged(replaced('traces.json', (text) => text.replace('-2022-2-', '-2022-1-')))).toContain(
      'traces.json#/traces/1/reference: sources are not those of the submitted figures',
    )
  })

  it('a file that was added, left out or listed otherwise', async () => {
    const files = await readArchive(await writePack(HEAD, filesOf()))
    const more = { name: 'more.txt', bytes: new Uint8Array([1]) }
    expect((await run(await writeArchive([...files.slice(0, -1), more, ...files.slice(-1)]))).err).toContain(
      'more.txt: the file is not what its digest was made of',
    )
    expect((await run(await writeArchive(files.slice(0, -1)))).err).toContain('expected the last file')
    expect(await run(new Uint8Array([0x50, 0x4b, 3, 4]))).toMatchObject({ status: 1 })
  })
})
