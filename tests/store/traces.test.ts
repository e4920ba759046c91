import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { asKnown, authorize } from '@/lib/access/authorize'
import { readEvaluationPaper } from '@/lib/assessment/read-evaluation-paper'
import { readStatementPaper } from '@/lib/assessment/read-statement-paper'
import { verifyWithPacks } from '@/lib/commands/verify/run'
import { text } from '@/lib/documents/cell'
import { readArchive } from '@/lib/documents/pack/archive'
import { cityPack } from '@/lib/documents/pack/city-pack'
import type { PaperBlock, PaperText } from '@/lib/documents/paper'
import { evaluationReport, scoreSheetPaper } from '@/lib/documents/papers/evaluation-report'
import { instalmentLetter } from '@/lib/documents/papers/instalment-letter'
import { nationalSummary } from '@/lib/documents/papers/national-summary'
import { quarterlyReport } from '@/lib/documents/papers/quarterly-report'
import { receiptPaper, type SubmittedReceipt } from '@/lib/documents/papers/receipt'
import { restatementNotice, type ApprovedRestatement } from '@/lib/documents/papers/restatement-notice'
import { selfEvaluation } from '@/lib/documents/papers/self-evaluation'
import { endReaders } from '@/lib/documents/reader-pool'
import { writeWorkbook } from '@/lib/documents/workbook'
import { enterInstalment } from '@/lib/funding/answer-instalment'
import { proposeInstalment } from '@/lib/funding/propose-instalment'
import { readInstalmentDecision } from '@/lib/funding/read-instalment'
import { formatFigure, formatNumber } from '@/lib/i18n'
import { commitProposal } from '@/lib/imports/commit-proposal'
import { proposeUpload } from '@/lib/imports/propose-upload'
import { readUploads } from '@/lib/imports/read-proposal'
import { openForCities } from '@/lib/assessment/open-evaluation'
import { readReceipt } from '@/lib/reporting/read-receipt'
import { approveRestatement } from '@/lib/restating/answer-request'
import { readRestatement } from '@/lib/restating/read-restatement'
import { requestRestatement } from '@/lib/restating/request-restatement'
import { arrangeDashboard, arrangementOf } from '@/lib/review/arrange-dashboard'
import { proposeDecision } from '@/lib/review/propose-decision'
import { readDecision } from '@/lib/review/read-decision-book'
import { signDecision } from '@/lib/review/sign-decision'
import { packDocuments } from '@/lib/exports/pack-documents'
import { signingKey } from '@/lib/ledger/signing-key'
import { readCityPack } from '@/lib/review/read-city-pack'
import { readCityReport } from '@/lib/review/read-city-report'
import { readDashboard } from '@/lib/review/read-dashboard'
import { readTrace } from '@/lib/review/read-trace'
import type { Locale, Period, Quarter } from '@/lib/values'
import { downloaded, filled, placeOf, SECRET, withRows } from '../imports/workbook-both-ways'
import { manage, ROUND, sealWhole } from '../support/evaluations'
import { HOME, people } from '../support/actors'
import {
  BASE_YEAR,
  cell,
  creditCode,
  draftHash,
  fullAnswer,
  life,
  makeWorld,
  row,
  type World,
} from '../support/fixtures'
import { bandTable, midTermRound } from '../support/instalments'
import { pageOf, readOn } from '../support/shown-page'

// Who reads the pages, and in which language; the cookies that say so are tested in the browser.
const reading = vi.hoisted((): { actor: unknown; locale: string } => ({ actor: null, locale: 'zh-CN' }))
vi.mock('@/lib/web/session', () => ({
  currentSession: () => Promise.resolve({ actor: reading.actor, mustChangePassword: false }),
  currentActor: () => Promise.resolve(reading.actor),
}))
// What is printed is looked at elsewhere; here counts which documents there are, and what they say.
vi.mock('@/lib/documents/print-paper', () => ({
  printPaper: (paper: unknown) => Promise.resolve(new TextEncoder().encode(JSON.stringify(paper))),
}))
vi.mock('next/headers', () => ({
  headers: () => Promise.resolve(new Headers()),
  cookies: () => Promise.resolve({ get: () => ({ value: reading.locale }), has: () => true }),
}))
vi.mock('next/navigation', () => ({
  usePathname: () => '/',
  useSearchParams: () => new URLSearchParams(),
  useRouter: () => ({}),
  redirect: (to: string) => {
    throw new Error(`redirect ${to}`)
  },
  notFound: () => {
    throw new Error('notFound')
  },
}))

const ORIGIN = 'https://portal.example'
const QUARTER: Quarter = '2022Q2'
const FILE = '填好的.xlsx'
const read = authorize(people.cnipa, 'report.read', HOME)

interface Told {
  readonly part?: string
  readonly content?: { readonly value?: string }
  readonly reference: string
  readonly enteredBy: string | null
  readonly enteredAt: string | null
  readonly restatement: number | null
  readonly origin: Readonly<Record<'name' | 'sheet' | 'cell' | 'sha256', string>> | null
}

interface Traces {
  readonly traces: readonly Told[]
  readonly rows: readonly (Told & { readonly row: string })[]
  readonly counts: readonly (Pick<Told, 'reference'> &
    Readonly<Record<'rows' | 'total' | 'fresh', number>> & { readonly accepted: string | null })[]
}

let world: World
let pack: Uint8Array
let traces: Traces
let seals: { readonly evaluations: readonly { readonly reference: string; readonly score: string }[] }
/** The cell of the file from which the pledges of the quarter came. */
let place: string

/** Every text of a document with what stands in its row. */
interface Shown extends PaperText {
  readonly locale: Locale
  readonly document: string
  readonly row: readonly PaperText[]
  /** Of a sentence: where the numbers beside it lead. */
  readonly near?: readonly string[]
}
let shown: Shown[]

beforeAll(async () => {
  world = await makeWorld()
  await reported(BASE_YEAR, () =>
    life.prepare(
      people.officer,
      BASE_YEAR,
      ['transfers_licenses', 'pledge_amount', 'pledge_projects', 'patent_contract_value'].flatMap((code) =>
        (['Q1', 'Q2', 'Q3', 'Q4'] as const)
          .map((part, i) => cell(code, String(1000 + i), part))
          .concat(cell(code, '4006', 'Y')),
      ),
    ),
  )
  await reported('2022Q1', async () => {
    await life.prepare(people.officer, '2022Q1', [
      ...others(),
      cell('pledge_amount', '1700'),
      cell('transfers_licenses', '1900'),
    ])
    await life.addRows(people.officer, '2022Q1', 'custody_smes', [dated('First'), dated('Second', 2)])
  })
  await reported(QUARTER, upload)
  await restate()
  await grant()
  await midTermRound(world.owner)
  await openForCities(manage(), ROUND, [HOME])
  await sealWhole(HOME, people.officer, people.certifier)
  await bandTable(world.owner)
  await proposeInstalment(authorize(people.finance, 'instalment.propose', HOME))
  const yuan = String(
    (await world.owner.query<{ yuan: string }>('SELECT yuan FROM instalment_amount')).rows[0]?.yuan,
  )
  await enterInstalment(authorize(people.approver, 'instalment.answer', HOME), 1, yuan)
  pack = await packed()
  const files = new Map(
    (await readArchive(pack)).map(({ name, bytes }) => [name, new TextDecoder().decode(bytes)]),
  )
  traces = JSON.parse(files.get('traces.json') ?? '') as Traces
  seals = JSON.parse(files.get('evaluations.json') ?? '') as typeof seals
  shown = (await Promise.all((['zh-CN', 'en'] as const).map(documents))).flat()
})
afterAll(async () => {
  endReaders()
  await world.drop()
})

const dated = (name: string, serial = 1) => ({ ...row(name, creditCode(serial)), countedOn: '2022-03-31' })

async function reported(period: Period, fill: () => Promise<void>): Promise<void> {
  await fill()
  await life.certify(people.officer, period)
  const hash = await draftHash(people.officer, period)
  await life.submit(people.officer, period)
  await life.forward(HOME, period, hash)
  await life.accept(HOME, period, hash)
}

/** Answers to what is not looked at more closely. */
const others = () =>
  fullAnswer().filter(
    ({ indicator }) => !['pledge_amount', 'transfers_licenses', 'custody_smes'].includes(indicator),
  )

/** The quarter comes as a file: two figures and a row of a register. */
async function upload(): Promise<void> {
  await life.prepare(people.officer, QUARTER, others())
  const empty = await downloaded(people.officer, QUARTER)
  place = placeOf(empty, 'pledge_amount', 'value')
  const number = (value: string) => ({ kind: 'number', value }) as const
  const book = withRows(
    filled(
      filled(empty, 'pledge_amount', 'value', number('66157.25')),
      'transfers_licenses',
      'value',
      number('2281'),
    ),
    '托管企业',
    [
      [
        text('Third'),
        text(creditCode(3)),
        text(null),
        { kind: 'day', value: '2022-06-30' },
        text('provider'),
        text('contract'),
        text(null),
      ],
    ],
  )
  const permit = authorize(people.officer, 'report.prepare', HOME)
  const id = await proposeUpload(permit, QUARTER, {
    ...{ name: FILE, bytes: await writeWorkbook(book), register: null, secret: SECRET },
  })
  const { proposal } = await readUploads(authorize(people.officer, 'draft.read', HOME), QUARTER, id)
  await commitProposal(permit, QUARTER, id, { shown: proposal?.shown ?? '', formulas: false, withdraw: null })
}

/** A figure of the first quarter is corrected and a row added. */
async function restate(): Promise<void> {
  await world.setClock('2022-10-12T10:00:00+08:00')
  await requestRestatement(authorize(people.colleague, 'restatement.request', HOME), '2022Q1', {
    ...{ baseVersion: 1, reasonCode: 'clerical', reason: 'typed wrongly' },
    correction: {
      figures: [{ indicator: 'pledge_amount', part: '', text: '1750' }],
      withdrawn: [],
      added: [{ ...dated('Fourth', 4), indicator: 'custody_smes' }],
    },
  })
  await world.setClock('2022-10-12T11:00:00+08:00')
  const { effectsHash } = await readRestatement(read, 1)
  await approveRestatement(authorize(people.cnipa, 'restatement.decide', HOME), 1, effectsHash ?? '', '')
}

/** An exception, proposed and signed. */
async function grant(): Promise<void> {
  const id = await proposeDecision(authorize(people.cnipa, 'decision.propose'), {
    city: HOME,
    content: { kind: 'derogation', indicator: 'pledge_amount', lowest: '12.5' },
    ...{
      documentNumber: '准〔2022〕7号',
      reason: 'flood',
      effectiveFrom: '2022-10-12',
      endsOn: '2022-12-31',
    },
  })
  const sign = authorize(people.mof, 'decision.sign')
  const { now } = await readDecision(authorize(people.mof, 'decision.read'), id)
  await signDecision(sign, id, { kind: 'approved', reason: '', effectsHash: now?.hash ?? '' })
}

const packed = async (permit = read): Promise<Uint8Array> =>
  cityPack({
    ...{ asOf: QUARTER, documents: [], demonstration: false },
    key: signingKey('a secret of the portal that is long enough'),
    pack: await readCityPack(permit, QUARTER),
    report: await readCityReport(permit, QUARTER),
  })

/** Everything that stands in every kind of document in one language. */
async function documents(locale: Locale): Promise<Shown[]> {
  const long = { locales: [locale] as const, origin: ORIGIN, demonstration: false }
  const short = { ...long, address: `${ORIGIN}/verify` }
  const evaluation = await readEvaluationPaper(authorize(people.cnipa, 'evaluation.read', HOME), ROUND, 1)
  const statement = await readStatementPaper(authorize(people.cnipa, 'evaluation.read', HOME), ROUND, 1)
  const dashboard = await readDashboard(authorize(people.cnipa, 'dashboard.read'), QUARTER)
  if (dashboard === null) throw new Error('nothing to summarise')
  const papers = {
    report: evaluationReport(evaluation, long),
    sheet: scoreSheetPaper(evaluation, long),
    statement: selfEvaluation(statement, long),
    national: nationalSummary(dashboard, arrangeDashboard(dashboard, arrangementOf({})), long, 'shown'),
    quarter: quarterlyReport(await readCityReport(read, QUARTER), long),
    corrected: quarterlyReport(await readCityReport(read, '2022Q1'), long),
    base: quarterlyReport(await readCityReport(read, BASE_YEAR), long),
  }
  const receipt = async (period: Period) =>
    receiptPaper((await readReceipt(read, period)) as SubmittedReceipt, short)
  const shorts = {
    receipt: await receipt(QUARTER),
    receiptOfCorrected: await receipt('2022Q1'),
    receiptOfBase: await receipt(BASE_YEAR),
    notice: restatementNotice((await readRestatement(read, 1)) as ApprovedRestatement, short),
    letter: instalmentLetter(
      await readInstalmentDecision(authorize(people.finance, 'instalment.read', HOME), 1),
      short,
    ),
  }
  return [
    ...Object.entries(papers).flatMap(([document, { parts }]) =>
      parts
        .flatMap(({ blocks }) => sectionsOf(blocks))
        .flatMap((each) => shownIn(each).map((its) => ({ ...its, document, locale }))),
    ),
    ...Object.entries(shorts).flatMap(([document, { parts }]) =>
      parts.flatMap((part) =>
        shownIn([
          ...(part.letter?.paragraphs ?? []).map((text) => ({ kind: 'paragraph', text }) as const),
          {
            kind: 'facts',
            rows: part.facts.map(({ term, value, link }) => ({
              term,
              value: { text: value, ...(link === undefined ? {} : { link }) },
            })),
          },
          { kind: 'table', caption: '', columns: [], rows: part.rows },
        ]).map((its) => ({ ...its, document, locale })),
      ),
    ),
  ]
}

/** The blocks of a paper by the headings they stand under. */
function sectionsOf(blocks: readonly PaperBlock[]): PaperBlock[][] {
  const sections: PaperBlock[][] = [[]]
  for (const block of blocks) {
    if (block.kind === 'heading') sections.push([])
    sections.at(-1)?.push(block)
  }
  return sections
}

function shownIn(section: readonly PaperBlock[]): Pick<Shown, 'text' | 'link' | 'row' | 'near'>[] {
  const rows = section.flatMap((block) =>
    block.kind === 'table'
      ? block.rows
      : block.kind === 'facts'
        ? block.rows.map(({ term, value }) => [{ text: term }, value])
        : [],
  )
  const near = rows.flat().flatMap(({ link }) => link ?? [])
  return [
    ...rows.flatMap((row) => row.map((text) => ({ ...text, row }))),
    ...section.flatMap((block) =>
      block.kind === 'paragraph' ? [{ text: block.text, row: [{ text: block.text }], near }] : [],
    ),
  ]
}

const linked = () => shown.flatMap((each) => (each.link === undefined ? [] : [{ ...each, link: each.link }]))
/** Periods are none. */
const isNumber = (text: string): boolean => /^[+-]?\d[\d,.]*$/.test(text) && text !== BASE_YEAR
const referenceIn = (link: string): string | undefined => /\/trace\/(.+)$/.exec(link)?.[1]

/** Pages as they were read, by language and address. */
const pages = new Map<string, string>()

/** What stands at the end of a link, a line for each element of the page. */
async function pageAt(link: string, asked: Locale): Promise<readonly string[]> {
  // Traces have no amounts that are spoken: their numbers are the same in either language.
  const locale = link.includes('/trace/') ? 'zh-CN' : asked
  const [address = '', id = ''] = link.split('#')
  const [whole, part] = [`${locale} ${address}`, `${locale} ${link}`]
  if (!pages.has(whole)) {
    reading.locale = locale
    // The assessor sees no money: the ministry of finance decides on it.
    reading.actor = address.includes('/instalment/') ? people.finance : people.cnipa
    pages.set(whole, await pageOf(address, locale))
  }
  if (!pages.has(`${part} read`)) pages.set(`${part} read`, readOn(pages.get(whole) ?? '', id))
  return (pages.get(`${part} read`) ?? '').split('\n')
}

/** What is no number although it has digits: days, quarters, numbers of documents and keys. */
const NO_NUMBERS =
  /〔\d{4}〕\d+号|\d{4}年(?:\d+月(?:\d+日)?|第.季度)?|\d{4} Q\d|\d{1,2} [A-Z][a-z]+ \d{4}|\d{4}-\d\d-\d\d|\d\d:\d\d(?::\d\d)?|SHA-256|\b\d{6}-\S+|CJ-\S+/g

/** The numbers of a text: all of what leads somewhere and of a sentence, of other cells only what is nothing but a number. */
const numbersOf = ({ text, link, near }: Shown): readonly string[] =>
  link === undefined && near === undefined
    ? text.split('\n').filter((line) => /^[≈+-]?\d[\d,.]*%?$/.test(line) && line !== BASE_YEAR)
    : (text.replaceAll(NO_NUMBERS, '').match(/\d[\d,]*(?:\.\d+)?(?:\/\d+)?%?/g) ?? [])

/** Whether a number stands on a page as it is printed, no part of a longer one; on the page of a trace in a place of its own. */
function isOn(page: readonly string[], number: string, link: string): boolean {
  if (link.includes('/trace/'))
    return page.some((line) => line.replace(/^(?:共|see the )?(.*?)(?:行| rows?)?$/, '$1') === number)
  const whole = new RegExp(`(?<![\\d.,/])${number.replaceAll('.', '\\.')}(?![\\d%/]|[.,]\\d)`)
  return page.some((line) => whole.test(line))
}

/** The same as it stands in the pack. */
function numbersInPack(reference: string): string[] {
  const of = <T extends { readonly reference: string }>(list: readonly T[]) =>
    list.filter((each) => each.reference === `${HOME}-${reference}`)
  return [
    ...of(traces.traces).flatMap(({ content }) => content?.value ?? []),
    ...of(traces.counts).flatMap(({ rows, total, fresh, accepted }) =>
      [rows, total, fresh, accepted ?? total].map(String),
    ),
  ].flatMap((value) => [formatFigure(value), formatNumber(value)])
}

describe('a number in a document', () => {
  it('stands as it is printed on the page that it leads to', async () => {
    const wrong = new Set<string>()
    let followed = 0
    for (const each of shown) {
      const links = [
        ...new Set(each.link ? [each.link] : (each.near ?? each.row.flatMap(({ link }) => link ?? []))),
      ]
      for (const number of links.length === 0 ? [] : numbersOf(each)) {
        followed += 1
        let found = false
        for (const link of links) found ||= isOn(await pageAt(link, each.locale), number, link)
        if (!found)
          wrong.add(
            `${each.document} ${each.locale}: ${number} of ${each.row.map(({ text }) => text).join(' | ')} at ${links.join(' ')}`,
          )
      }
    }
    expect([...wrong]).toEqual([])
    expect(followed).toBeGreaterThan(1000)
  })

  it('stands in no sentence without a reference beside it', () => {
    const alone = shown.filter(
      ({ near, ...each }) => near?.length === 0 && numbersOf({ ...each, near }).length > 0,
    )
    expect(alone.map(({ document, text }) => `${document}: ${text}`)).toEqual([])
  })

  it('has a reference under which the pack has this very number', () => {
    const wrong: string[] = []
    let followed = 0
    for (const { document, text, link, row: own } of linked()) {
      const reference = referenceIn(link)
      if (reference === undefined) continue
      const inPack = numbersInPack(reference)
      // A reference that is printed in a cell of its own is that of the number in its row.
      const numbers = text === `${HOME}-${reference}` ? own.map((each) => each.text).filter(isNumber) : [text]
      for (const number of numbers.filter(isNumber)) {
        followed += 1
        if (!inPack.includes(number)) wrong.push(`${document}: ${number} is not at ${reference}`)
      }
    }
    expect(wrong).toEqual([])
    expect(followed).toBeGreaterThan(100)
  })

  it('is never printed in a table without one in its row', () => {
    const without = shown.filter(
      ({ text, row: own }) => isNumber(text) && own.every(({ link }) => link === undefined),
    )
    expect([
      ...new Set(
        without.map(({ document, row: own }) => `${document}: ${own.map(({ text }) => text).join(' | ')}`),
      ),
    ]).toEqual([])
  })

  it('leads elsewhere only to what the pack has as well: the sealed evaluation, the correction, the decision', () => {
    const others = [...new Set(linked().flatMap(({ link }) => (referenceIn(link) ? [] : [link])))]
    const known = [
      `/cities/${HOME}/evaluations/${ROUND}/1`,
      `/cities/${HOME}/restatements/1`,
      `/cities/${HOME}/instalment/1`,
    ]
    expect(known.filter((path) => !others.includes(ORIGIN + path))).toEqual([])
    expect(
      others.filter(
        (link) =>
          !known.includes(link.slice(ORIGIN.length)) &&
          !/\/(?:verify\/|dashboard\?|decisions\/[0-9a-f-]{36}$|cities\/\d{6}\?asOf=\d{4}Q\d(?:$|#)|cities\/\d{6}#)/.test(
            link,
          ),
      ),
    ).toEqual([])
    expect(seals.evaluations.map(({ reference }) => reference)).toEqual([`${HOME}-${ROUND}-1`])
  })
})

describe('the end of a reference', () => {
  it('names person and time, and of what was uploaded the file and the cell, in the portal as in the pack', async () => {
    const { figures, rows, counted } = await readTrace(read, QUARTER, 1, 'pledge_amount').then(
      async (figure) => ({
        ...figure,
        ...(await readTrace(read, QUARTER, 1, 'custody_smes').then(({ rows: own, counted: count }) => ({
          rows: own,
          counted: count,
        }))),
      }),
    )
    expect(figures).toMatchObject([
      {
        content: { value: '66157.25' },
        save: { by: people.officer.name },
        origin: { fileName: FILE, cell: place },
        restatement: null,
      },
    ])
    expect(rows).toMatchObject([
      { name: 'Third', save: { by: people.officer.name }, origin: { fileName: FILE } },
    ])
    expect(counted).toMatchObject({ rows: 1, fresh: 1 })
    const told = traces.traces.find(({ reference }) => reference === `${HOME}-${QUARTER}-1-pledge_amount`)
    expect(told).toMatchObject({
      enteredBy: people.officer.name,
      enteredAt: figures[0]?.save?.at.toISOString(),
      origin: { name: FILE, cell: place, sha256: figures[0]?.origin?.sha256 },
    })
    expect(told?.origin?.sha256).toMatch(/^[0-9a-f]{64}$/)
    expect(traces.rows.find(({ row: id }) => id === rows[0]?.id)).toMatchObject({
      enteredBy: people.officer.name,
      origin: { name: FILE, cell: rows[0]?.origin?.cell },
    })
    for (const each of [...traces.traces, ...traces.rows]) {
      expect(each.enteredBy, each.reference).not.toBeNull()
      expect(each.enteredAt, each.reference).not.toBeNull()
    }
  })

  it('names for what was corrected who asked for the correction, not who had entered the old figure', async () => {
    const { figures } = await readTrace(read, '2022Q1', 2, 'pledge_amount')
    const asked = { by: people.colleague.name, at: new Date('2022-10-12T10:00:00+08:00') }
    expect(figures).toMatchObject([{ content: { value: '1750' }, save: asked, origin: null, restatement: 1 }])
    const { rows } = await readTrace(read, '2022Q1', 2, 'custody_smes')
    expect(rows.map(({ name, restatement, save }) => [name, restatement, save?.by]).sort()).toEqual([
      ['First', null, people.officer.name],
      ['Fourth', 1, people.colleague.name],
      ['Second', null, people.officer.name],
    ])
    const old = await readTrace(read, '2022Q1', 1, 'pledge_amount')
    expect(old.figures).toMatchObject([
      { content: { value: '1700' }, save: { by: people.officer.name }, restatement: null },
    ])
    expect(
      traces.traces.find(({ reference }) => reference === `${HOME}-2022Q1-2-pledge_amount`),
    ).toMatchObject({ enteredBy: people.colleague.name, restatement: 1, origin: null })
  })
})

describe('the pack', () => {
  it('verifies, is the same bytes again, and as known before the correction does not know it', async () => {
    const verified = await verifyWithPacks(['pack.zip'], () => pack, 'en')
    expect({ status: verified.status, err: verified.err }).toEqual({ status: 0, err: '' })
    expect(Buffer.from(await packed()).equals(pack)).toBe(true)
    const before = await packed(asKnown(read, new Date('2022-10-12T09:30:00+08:00')))
    const { status, err } = await verifyWithPacks(['pack.zip'], () => before, 'zh-CN')
    expect({ status, err }).toEqual({ status: 0, err: '' })
    const known = Buffer.from(before).toString('utf8')
    expect(known).toContain(`${HOME}-2022Q1-1-pledge_amount`)
    for (const later of [`${HOME}-2022Q1-2-pledge_amount`, people.colleague.name, `${HOME}-${ROUND}-1`])
      expect(known).not.toContain(later)
  })

  const papersOf = async (permit = read) => {
    const request = { locales: ['zh-CN'], origin: ORIGIN, demonstration: false } as const
    const files = await packDocuments(permit, await readCityPack(permit, QUARTER), QUARTER, request)
    return new Map(files.map(({ name, bytes }) => [name, new TextDecoder().decode(bytes)]))
  }
  const named = (...names: string[]) => names.map((name) => `documents/${name}.pdf`).sort()

  it('has every document of the city, for whoever asks', async () => {
    const papers = await papersOf()
    expect([...papers.keys()].sort()).toEqual(
      named(
        ...[`receipt-${BASE_YEAR}-1`, 'receipt-2022Q1-1', 'receipt-2022Q1-2', `receipt-${QUARTER}-1`],
        ...[`report-${BASE_YEAR}`, 'report-2022Q1', 'restatement-1', 'instalment-1'],
        ...['evaluation', 'score-sheet', 'self-evaluation'].map((name) => `${name}-${ROUND}-1`),
      ),
    )
    expect(await papersOf(authorize(people.officer, 'report.read', HOME))).toEqual(papers)
  })

  it('has those of a past moment as they were then, which is no other each time', async () => {
    const known = asKnown(read, new Date('2022-10-12T09:30:00+08:00'))
    const papers = await papersOf(known)
    expect([...papers.keys()].sort()).toEqual(
      named(
        ...[`receipt-${BASE_YEAR}-1`, 'receipt-2022Q1-1', `receipt-${QUARTER}-1`],
        ...[`report-${BASE_YEAR}`, 'report-2022Q1'],
      ),
    )
    expect(await papersOf(known)).toEqual(papers)
    expect([...papers.values()].join()).not.toContain(people.colleague.name)
  })
})
