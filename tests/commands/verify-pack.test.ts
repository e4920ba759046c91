import { describe, expect, it } from 'vitest'
import { verifyWithPacks } from '@/lib/commands/verify/run'
import { readArchive, writeArchive, type PackFile } from '@/lib/documents/pack/archive'
import { jsonFile, SIGNATURE, sumsOf, writePack } from '@/lib/documents/pack/manifest'
import { writeExplanations, writeLedger } from '@/lib/documents/explanations-file'
import { canonical, digest } from '@/lib/ledger/canonical'
import { asCanonical } from '@/lib/ledger/as-canonical'
import { nextEntry, type LedgerEntry } from '@/lib/ledger/chain'
import { signingKey } from '@/lib/ledger/signing-key'
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

const KEY = signingKey('a secret of the portal that is long enough')
const FORGER = signingKey('a secret that somebody else thought of')

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
  const [by, signer] = ['填报人', '签审人'].map((name) => ({ id: name, name, role: 'city' })) as [
    object,
    object,
  ]
  const steps = [
    ...VERSIONS.flatMap(({ period, version, content }) => {
      const body = { period, version, contentHash: digest(content) }
      return [
        ['report.certified', { ...body, actor: signer }] as const,
        ['report.submitted', { ...body, actor: by }] as const,
      ]
    }),
    [
      'verdicts.issued',
      {
        asOf: '2022Q4',
        verdicts: [{ explanationHash: digest(canonical(asCanonical(explanation))) }],
      },
    ] as const,
  ]
  const submitted = steps.reduce<LedgerEntry[]>((chain, [kind, told]) => {
    const body = canonical(asCanonical(told))
    return [...chain, nextEntry(chain.at(-1) ?? null, { city: '910100', kind, at: AT, body })]
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
        receiptNumber: `CJ-910100-${period}-${String(version)}-7K3MQ9XW2A`,
        ...{ certifiedBy: '签审人', certifiedAt: AT, submittedBy: '填报人', submittedAt: AT },
      })),
    }),
    jsonFile('decisions.json', {
      schema: 'chengji.decisions/1',
      decisions: [{ reason: '依据来函', content: {}, contentHash: digest('{}') }],
    }),
    jsonFile('evaluations.json', { schema: 'chengji.evaluations/1', evaluations: [] }),
    jsonFile('evidence.json', { schema: 'chengji.evidence/1', files: [] }),
    jsonFile('money.json', {
      ...{ schema: 'chengji.money/1', city: '910100' },
      ...{ decisions: [], payments: [], entries: [] },
    }),
    jsonFile('traces.json', {
      ...{ schema: 'chengji.traces/2', rows: [] },
      counts: [{ reference: '910100-2022-2-custody_smes', rows: 0, total: 7, fresh: 0, accepted: '7' }],
      traces: VERSIONS.map(({ period, version, content }) => ({
        reference: `910100-${period}-${String(version)}-transfers_licenses`,
        enteredBy: '填报人',
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
    const { status, out, err } = await run(await writePack(HEAD, filesOf(), KEY))
    expect({ status, err }).toEqual({ status: 0, err: '' })
    expect(out).toContain(
      'Checked: digests and list of 14 files and every byte of the zip around them; 2 submitted versions and 0 sealed evaluations against the digests in the ledger; 2 figures that explanations take against the versions they name; the sources of 2 figures and rows; the list of evidence against its version; the digests of decisions; money against ledger, decisions and their grounds; people, times and the issue of explanations against the ledger.',
    )
    expect(out).toContain('pack.zip/explanations.json\n')
    expect(out).toContain('All holds.')
    const zh = await run(await writePack(HEAD, filesOf(), KEY), 'zh-CN')
    expect(zh.out).toContain('已核：14 个文件的摘要与清单，压缩包的每一个字节；2 个上报版本')
  })

  it('is the same bytes for the same content, in whatever order it came', async () => {
    const one = await writePack(HEAD, filesOf(), KEY)
    expect(await writePack(HEAD, filesOf().reverse(), KEY)).toEqual(one)
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
    const pack = await writePack(HEAD, filesOf(), KEY)
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
    (await run(await writePack(HEAD, change(filesOf()), KEY))).err

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
    expect((await run(await writePack(HEAD, filesOf('1900'), KEY))).err).toContain(
      'the explanation takes another figure than the version has: expected "1728", got "1900"',
    )
  })

  it('a figure said to come from elsewhere than it does', async () => {
    expect(
      await forged(replaced('traces.json', (text) => text.replace('-2022-2-transfers', '-2022-1-transfers'))),
    ).toContain('traces.json#/traces/1/reference: sources are not those of the submitted figures')
  })

  it('a file that was added, left out or listed otherwise', async () => {
    const files = await readArchive(await writePack(HEAD, filesOf(), KEY))
    const more = { name: 'more.txt', bytes: new Uint8Array([1]) }
    expect((await run(await writeArchive([...files.slice(0, -1), more, ...files.slice(-1)]))).err).toContain(
      'more.txt: the file is not what its digest was made of',
    )
    expect((await run(await writeArchive(files.slice(0, -1)))).err).toContain('expected the last file')
    expect(await run(new Uint8Array([0x50, 0x4b, 3, 4]))).toMatchObject({ status: 1 })
  })
})

// What somebody can do who knows how packs are made: every digest, list and chain of the pack is right again.
describe('a forger who makes all digests anew', () => {
  const json = (name: string, change: (value: Record<string, unknown>) => void) => (files: PackFile[]) =>
    files.map((file) => {
      if (file.name !== name) return file
      const value = JSON.parse(new TextDecoder().decode(file.bytes)) as Record<string, unknown>
      change(value)
      return jsonFile(name, value)
    })
  const first = (name: string, list: string, key: string, value: unknown) =>
    json(name, (file) => {
      Object.assign((file[list] as readonly object[])[0] ?? {}, { [key]: value })
    })
  const person = /versions.json#\/versions\/0\/\w+: (the person or time is not|经手人或时间与存证链)/
  /** What was changed, how, and what of it is named even by who does not know the portal's key. */
  const forgeries: readonly (readonly [string, (files: PackFile[]) => PackFile[], RegExp | null])[] = [
    [
      'another document',
      (files) =>
        files.map((file) =>
          file.name === 'report.pdf' ? { ...file, bytes: new TextEncoder().encode('%PDF-1.7 别的') } : file,
        ),
      null,
    ],
    ['who entered a figure', first('traces.json', 'traces', 'enteredBy', '别人'), null],
    ['the total of a count', first('traces.json', 'counts', 'total', 8), null],
    ['the accepted number of a count', first('traces.json', 'counts', 'accepted', '8'), null],
    ['a receipt number', first('versions.json', 'versions', 'receiptNumber', 'CJ-910100-2019-1-X'), null],
    ['the reason of a decision', first('decisions.json', 'decisions', 'reason', '别的理由'), null],
    ['who submitted', first('versions.json', 'versions', 'submittedBy', '别人'), person],
    ['who signed', first('versions.json', 'versions', 'certifiedBy', '别人'), person],
    [
      'when it was submitted',
      first('versions.json', 'versions', 'submittedAt', '2022-10-10T01:02:03.000Z'),
      person,
    ],
    [
      'an explanation that was never issued',
      (files) => [...files.slice(1), ...filesOf('1727').slice(0, 1)],
      /explanations\/0: (the ledger does not know that this explanation was issued|存证链没有记载出具过)/,
    ],
    [
      'a file left out',
      (files) => files.filter(({ name }) => name !== 'decisions.json'),
      /decisions.json: (the pack lacks this file|证据包缺少这个文件)/,
    ],
  ]

  it.each(forgeries)('%s', async (_, change, named) => {
    const forgery = await writePack(HEAD, change(filesOf()), FORGER)
    for (const locale of ['en', 'zh-CN'] as const) {
      // With the portal's key, nothing that another key signed holds.
      const known = await run(forgery, locale, '--key', KEY.publicKey)
      expect(known.status).toBe(1)
      expect(known.err).toContain('pack.zip: signature.json#/publicKey: ')
      // Without it, what the rest of the pack says otherwise is named; of the rest the key is shown, and where to compare it.
      const unknown = await run(forgery, locale)
      if (named === null) expect({ status: unknown.status, err: unknown.err }).toEqual({ status: 0, err: '' })
      else expect(unknown.err).toMatch(named)
      expect(unknown.out).toMatch(new RegExp(`${FORGER.publicKey}.*/verify`))
    }
    // The portal's own signature does not fit what was changed.
    const genuine = await readArchive(await writePack(HEAD, filesOf(), KEY))
    const files = (await readArchive(forgery))
      .slice(0, -1)
      .map((file) =>
        file.name === SIGNATURE ? (genuine.find(({ name }) => name === SIGNATURE) ?? file) : file,
      )
    const kept = await run(await writeArchive([...files, sumsOf(files)]))
    expect(kept.err).toContain('pack.zip: manifest.json: the manifest is not the one that this key signed')
  })

  it('is told from the portal, whose key is said to be the one given', async () => {
    const pack = await writePack(HEAD, filesOf(), KEY)
    const { status, out } = await run(pack, 'en', `--key=${KEY.publicKey}`)
    expect(status).toBe(0)
    expect(out).toContain(`${KEY.publicKey}, the portal’s key as given`)
    expect((await run(pack, 'en', '--key')).status).toBe(64)
  })

  it('cannot leave the signature out, nor a file without its being named first', async () => {
    const files = await readArchive(await writePack(HEAD, filesOf(), KEY))
    const without = async (name: string) => {
      const left = files.slice(0, -1).filter((each) => each.name !== name)
      return run(await writeArchive([...left, sumsOf(left)]))
    }
    expect((await without(SIGNATURE)).err).toContain('signature.json#/schema: the pack lacks this file')
    expect((await without('money.json')).err).toMatch(
      /^pack.zip: money.json: the file is listed, and the pack does not have it: expected .+, got ∅\n/,
    )
  })
})
