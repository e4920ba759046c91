import { beforeAll, describe, expect, it } from 'vitest'
import { verifyWithPacks } from '@/lib/commands/verify/run'
import { readArchive, type PackFile } from '@/lib/documents/pack/archive'
import { jsonFile, MANIFEST, SIGNATURE, SUMS, writePack } from '@/lib/documents/pack/manifest'
import { decisionFile } from '@/lib/documents/decision-file'
import { freezeInstalment } from '@/lib/funding/freeze-instalment'
import { asCanonical } from '@/lib/ledger/as-canonical'
import { canonical, digest } from '@/lib/ledger/canonical'
import { nextEntry, type LedgerEntry } from '@/lib/ledger/chain'
import { signingKey } from '@/lib/ledger/signing-key'
import { numericIndicators } from '@/lib/notice'
import {
  demonstrationScheme,
  evaluateFrozen,
  judgedIndicators,
  marksOf,
  ruleVersion,
  settleMarks,
} from '@/lib/rules'
import { drawSample } from '@/lib/rules/draw-sample'
import { figures, threeYears } from '../rules/figures'

// 三: the second instalment by the graded result. A stranger holds a city's pack: scores, decisions and money are worked out again.
const CITY = '910100'
const AT = '2022-12-01T01:02:03.000Z'
const HEAD = {
  city: CITY,
  asOf: '2022Q4',
  knownAt: AT,
  notice: '财办建〔2020〕40号',
  ruleVersion,
  engine: 'chengji test',
  demonstration: true,
} as const
const KEY = signingKey('a secret of the portal that is long enough')
const sample = { seed: '2022-11-30', size: 2, keys: ['row a', 'row b', 'file c'] }

/** A sealed evaluation: readers differ in one result, the lead settles it and overrides another. */
function evaluation() {
  const { method, weights } = demonstrationScheme
  const readings = (['first', 'second'] as const).flatMap((duty) =>
    judgedIndicators.map((indicator, i) => ({
      duty,
      indicator,
      mark: i === 0 && duty === 'second' ? 50 : 100,
      reason: 'seen',
    })),
  )
  const settlements = [
    { indicator: judgedIndicators[0] ?? 'model_universities', mark: 75, reason: 'looked again' },
  ]
  const of = (duty: string) => readings.filter((each) => each.duty === duty)
  const marks = settleMarks(of('first'), of('second'), settlements)
  const grown = figures({ 2019: '1000', 2020: '1200', 2021: '1500', 2022: '1700' })
  const counted = figures({ '2022Q4': '7' })
  const facts = Object.fromEntries(
    numericIndicators.map(({ code, kind }) => [code, kind === 'growth' ? grown : counted]),
  )
  const inputs = {
    asOf: '2022Q4' as const,
    facts,
    configuration: threeYears,
    incomparable: { transfers_licenses: 'restatedBase' as const },
    scheme: { documentNumber: '演示〔2022〕1号', method, weights },
    marks: marksOf(marks),
    overrides: { transfers_licenses: '40' },
  }
  const { judgements, sheet } = evaluateFrozen(inputs)
  const population = canonical(sample.keys)
  return {
    schema: 'chengji.evaluation/1',
    ruleVersion,
    city: CITY,
    round: { name: 'midTerm-1', asOf: '2022Q4', schemeDecision: 'scheme' },
    version: 1,
    inputs,
    judgements,
    marks,
    sheet,
    readings,
    settlements,
    overrides: [{ indicator: 'transfers_licenses', percent: '40', reason: 'the base was restated' }],
    sample: {
      seed: sample.seed,
      size: sample.size,
      population,
      populationSha256: digest(population),
      drawn: canonical([...drawSample(sample.keys, sample.size, sample.seed, digest)]),
    },
  }
}

const BANDS = [
  { from: '0', amount: '0' },
  { from: '60', amount: '2500' },
]

/** @param isCutOff whether the portal died after the entry of the amount, before it wrote down what that came to */
function filesOf(isCutOff = false): PackFile[] {
  const sealed = canonical(asCanonical(JSON.parse(JSON.stringify(evaluation()))))
  const { total, grade } = evaluation().sheet
  const { method, weights } = demonstrationScheme
  const book = [
    { id: 'bands', content: { kind: 'bandTable', bands: BANDS } },
    { id: 'scheme', content: { kind: 'scoringScheme', method, weights } },
  ].map((each) => ({ ...each, contentHash: digest(canonical(asCanonical(each.content))) }))
  const seal = {
    reference: `${CITY}-midTerm-1-1`,
    round: 'r1',
    version: 1,
    sha256: digest(sealed),
    score: total ?? '',
  }
  const frozen = freezeInstalment({
    schema: 'chengji.instalment/1',
    city: CITY,
    evaluation: {
      ...{ round: 'r1', version: 1, asOf: '2022Q4', score: seal.score, grade },
      ...{ snapshotSha256: seal.sha256, ruleVersion, schemeDecision: 'scheme' },
    },
    bandTable: {
      ...{ decision: 'bands', contentSha256: book[0]?.contentHash ?? '', documentNumber: '演示〔2022〕1号' },
      bands: BANDS,
    },
    rule: 'band/1',
    ruleVersion,
  })
  const recorded = { recordedBy: '拨', recordedAt: AT }
  const money = {
    schema: 'chengji.money/1',
    city: CITY,
    decisions: [
      {
        ...{ number: 1, yuan: '25000000', inputsSha256: frozen.inputsSha256 },
        ...{ proposedBy: '财', decidedBy: '审', reversed: false },
      },
    ],
    payments: [
      { number: 1, instalment: 1, decision: null, reverses: null, yuan: '100000000' },
      { number: 2, instalment: 2, decision: 1, reverses: null, yuan: '25000000' },
      { number: 3, instalment: 2, decision: 1, reverses: 2, yuan: '-25000000' },
      { number: 4, instalment: 2, decision: 1, reverses: null, yuan: '25000000' },
    ].map((each) => ({
      ...each,
      paidOn: '2022-12-01',
      documentNumber: '凭证',
      confirmed: true,
      ...recorded,
    })),
    entries: [
      { number: 1, kind: 'receipt', source: 'central', yuan: '100000000', task: null },
      { number: 2, kind: 'spending', source: 'central', yuan: '100000000', task: '1.1' },
    ].map((each) => ({ ...each, onDay: '2022-12-01', reverses: null, ...recorded })),
  }
  const events: readonly (readonly [string, object])[] = [
    ['evaluation.signed', { round: seal.round, version: 1, seq: 1, sha256: seal.sha256, by: '组长' }],
    ['evaluation.sealed', { ...seal, grade, ruleVersion, by: '司长' }],
    ['instalment.proposed', { seq: 1, inputsSha256: frozen.inputsSha256, by: '财' }],
    ['instalment.entered', { seq: 1, reason: '', entered: '25000000', by: '审' }],
    ...(isCutOff
      ? []
      : [['instalment.decided', { seq: 1, entered: '25000000', proposed: '25000000' }] as const]),
    ...money.payments.flatMap(({ number, yuan, paidOn, documentNumber }) => [
      ['payment.recorded', { seq: number, yuan, paidOn, documentNumber, by: '拨' }] as const,
      ['payment.confirmed', { seq: number, reason: '' }] as const,
    ]),
    ...money.entries.map(
      ({ number, kind, source, yuan, onDay, task, reverses }) =>
        [`fund.${kind}`, { seq: number, source, yuan, day: onDay, task, reverses, by: '拨' }] as const,
    ),
  ]
  const ledger = events.reduce<LedgerEntry[]>(
    (chain, [kind, body]) => [
      ...chain,
      nextEntry(chain.at(-1) ?? null, { city: CITY, kind, at: AT, body: canonical(body as never) }),
    ],
    [],
  )
  return [
    jsonFile('explanations.json', {
      schema: 'chengji.explanations/1',
      city: CITY,
      asOf: '2022Q4',
      explanations: [],
    }),
    jsonFile('ledger.json', { schema: 'chengji.ledger/1', entries: ledger }),
    jsonFile('decisions.json', { schema: 'chengji.decisions/1', decisions: book }),
    jsonFile('evaluations.json', {
      schema: 'chengji.evaluations/1',
      evaluations: [{ ...seal, firstSigner: '组长', secondSigner: '司长', sealedAt: AT }],
    }),
    { name: 'evaluations/r1-1.json', bytes: new TextEncoder().encode(`${sealed}\n`) },
    jsonFile('evidence.json', { schema: 'chengji.evidence/1', files: [] }),
    {
      name: 'instalments/1.json',
      bytes: decisionFile(CITY, {
        ...{ seq: 1, yuan: 25_000_000n, ...frozen },
        ...{ proposedAt: new Date(AT), decidedAt: new Date(AT) },
      }),
    },
    jsonFile('money.json', money),
    jsonFile('traces.json', { schema: 'chengji.traces/2', traces: [], rows: [], counts: [] }),
    jsonFile('versions.json', { schema: 'chengji.versions/1', versions: [] }),
  ]
}

const run = (pack: Uint8Array, locale: 'zh-CN' | 'en' = 'en') =>
  verifyWithPacks(['pack.zip'], () => pack, locale)

/** The pack with one file changed, packed anew by somebody who knows how. */
const forged = async (name: string, change: (value: never) => unknown) =>
  run(
    await writePack(
      HEAD,
      filesOf().map((file) =>
        file.name === name
          ? jsonFile(name, change(JSON.parse(new TextDecoder().decode(file.bytes)) as never))
          : file,
      ),
      KEY,
    ),
  )

describe('a pack with a sealed evaluation, a decision and payments', () => {
  it('holds, and says in plain words what was worked out again', async () => {
    const pack = await writePack(HEAD, filesOf(), KEY)
    const { status, out, err } = await run(pack)
    expect({ status, err }).toEqual({ status: 0, err: '' })
    expect(out).toContain('0 submitted versions and 1 sealed evaluations against the digests in the ledger')
    expect(out).toMatch(/Sealed evaluation · city 910100 · score .+ · verdicts worked out again: 19/)
    expect(out).toContain('Second instalment · city 910100 · 25000000 yuan')
    expect(out).toContain('Money · city 910100 · payments: 4, receipts and spending: 2')
    const zh = (await run(pack, 'zh-CN')).out
    expect(zh).toContain('19 项评判逐项重算')
    expect(zh).toContain('拨付 4 笔、收支 2 笔')
  })

  it('holds where the portal died between the entry of an amount and its outcome', async () => {
    const { status, err } = await run(await writePack(HEAD, filesOf(true), KEY))
    expect({ status, err }).toEqual({ status: 0, err: '' })
  })

  it('does not without one of its files', async () => {
    for (const { name } of filesOf().filter((each) => !each.name.includes('/'))) {
      const { err } = await run(
        await writePack(
          HEAD,
          filesOf().filter((file) => file.name !== name),
          KEY,
        ),
      )
      expect(err).toContain(`${name}: the pack lacks this file, or it is not in its form`)
    }
  })

  it.each([
    ['money.json', 'more is paid than the notice or the decision gives', '/payments/3/yuan', '25000001'],
    ['money.json', 'what is taken back is not the amount that was recorded', '/payments/2/yuan', '-24000000'],
    ['money.json', 'more is spent than was received', '/entries/0/yuan', '99999999'],
    ['money.json', 'money and ledger differ', '/payments/0/paidOn', '2022-11-30'],
    ['money.json', 'the decision on money is not the one in its file', '/decisions/0/yuan', '50000000'],
    ['money.json', 'a number is missing or out of order', '/payments/3/number', 5],
    ['instalments/1.json', 'the amount does not follow from the inputs', '/yuan', '50000000'],
    [
      'decisions.json',
      'the decision is not what its digest was made of',
      '/decisions/0/content/bands/1/amount',
      '5000',
    ],
    ['evaluations/r1-1.json', 'the score sheet does not recompute', '/sheet/total', '91'],
    ['evaluations/r1-1.json', 'the score sheet does not recompute', '/sheet/grade', 'poor'],
    [
      'evaluations/r1-1.json',
      'the marks do not follow from both readings and the settlements',
      '/readings/0/mark',
      0,
    ],
    ['evaluations/r1-1.json', 'an override has no recorded reason', '/overrides/0/percent', '100'],
    ['evaluations/r1-1.json', 'the seed draws another sample', '/sample/drawn', '["row a"]'],
    [
      'evaluations/r1-1.json',
      'the weights do not make 100',
      '/inputs/scheme/weights/model_universities',
      '5',
    ],
    ['evaluations/r1-1.json', 'not the evaluation that two people sealed', '/version', 2],
    ['evaluations.json', 'the sealed evaluations are not those in the ledger', '/evaluations/0/score', '91'],
  ] as const)('%s: %s', async (name, sentence, pointer, value) => {
    const { status, err } = await forged(name, (file) => set(file, pointer.slice(1).split('/'), value))
    expect(status).toBe(1)
    expect(err).toContain(sentence)
  })
})

/** A value with one leaf replaced. */
function set(value: unknown, [key = '', ...rest]: readonly string[], to: unknown): unknown {
  if (Array.isArray(value))
    return value.map((each: unknown, i) =>
      String(i) === key ? (rest.length === 0 ? to : set(each, rest, to)) : each,
    )
  const record = value as Readonly<Record<string, unknown>>
  return { ...record, [key]: rest.length === 0 ? to : set(record[key], rest, to) }
}

/** Every leaf of a value by its place; of a list one whose like there was none before. */
function leavesOf(
  value: unknown,
  place: readonly string[] = [],
): { place: readonly string[]; value: unknown }[] {
  if (typeof value !== 'object' || value === null) return [{ place, value }]
  return Object.entries(value).flatMap(([key, each]) => leavesOf(each, [...place, key]))
}

const other = (value: unknown): unknown => {
  if (typeof value === 'number') return value + 1
  if (typeof value === 'boolean') return !value
  if (value === null) return 'something'
  return `${JSON.stringify(value)}1`
}

describe('whoever changes one thing of scores or money and packs anew', () => {
  let files: readonly PackFile[]
  beforeAll(async () => {
    files = (await readArchive(await writePack(HEAD, filesOf(), KEY))).filter(
      ({ name }) => ![MANIFEST, SIGNATURE, SUMS].includes(name),
    )
  })

  it('is found out, whatever it was', async () => {
    const unnoticed: string[] = []
    for (const { name, bytes } of files) {
      const value = JSON.parse(new TextDecoder().decode(bytes)) as unknown
      const seen = new Set<string>()
      for (const leaf of leavesOf(value)) {
        // One of each kind: what holds of the first judgement, line or payment holds of the others.
        const kind = leaf.place.map((key) => (/^\d+$/.test(key) ? '#' : key)).join('.')
        if (seen.has(kind)) continue
        seen.add(kind)
        const { status } = await forged(name, (file) => set(file, leaf.place, other(leaf.value)))
        if (status === 0) unnoticed.push(`${name} ${leaf.place.join('.')}`)
      }
    }
    expect(unnoticed).toEqual([])
  }, 60_000)
})
