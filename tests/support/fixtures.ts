import pg from 'pg'
import { AccessRefused, authorize } from '@/lib/access/authorize'
import type { Actor } from '@/lib/access/roles'
import { indicators } from '@/lib/notice'
import { saveRows, type RowEdit } from '@/lib/registers/save-rows'
import { certifyReport } from '@/lib/reporting/certify-report'
import { explainFindings } from '@/lib/reporting/explain-findings'
import { readCheck } from '@/lib/reporting/read-check'
import { readDraft } from '@/lib/reporting/read-draft'
import { saveCells, type CellEdit } from '@/lib/reporting/save-cells'
import { submitReport } from '@/lib/reporting/submit-report'
import { acceptReport } from '@/lib/review/accept-report'
import { forwardReport } from '@/lib/review/forward-report'
import { grantTarget, readCityRequests, requestTarget } from '@/lib/review/amend-target'
import { returnReport, type ReturnedFigure } from '@/lib/review/return-report'
import type { VersionHead } from '@/lib/store/versions'
import { creditCheckSign, quartersBetween, Refusal, type Period, type RefusalCode } from '@/lib/values'
import { FAR, HOME, insertPeople, NEIGHBOUR, people } from './actors'
import { freshDatabase, type FreshDatabase } from './database'

/** Reporting periods: open (all quarters from 2020Q1 on are), locked, not yet open, and that of the base year. */
export const OPEN = '2022Q3'
export const LOCKED = '2019Q4'
export const NOT_YET_OPEN = '2022Q4'
export const BASE_YEAR = '2019'
export const OPEN_QUARTERS = quartersBetween('2020Q1', OPEN)

/** A database with three cities, everybody of the cast, reporting periods, and a clock that stands still. */
export interface World extends FreshDatabase {
  readonly owner: pg.Client
  readonly setClock: (instant: string) => Promise<void>
}

/** Makes a world. Call it in beforeAll, drop it in afterAll. */
export async function makeWorld(): Promise<World> {
  const database = await freshDatabase()
  const owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  const setClock = async (instant: string) => {
    await owner.query(
      `INSERT INTO portal_setting VALUES ('clock_frozen_at', $1) ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
      [instant],
    )
  }
  await setClock('2022-10-12T09:00:00+08:00')
  await owner.query(
    `INSERT INTO city (code, name_zh, name_en, province_zh, province_en, sort_key) VALUES
     ('${HOME}', '家城', 'Home', '东省', 'East', 'a'), ('${NEIGHBOUR}', '邻城', 'Neighbour', '东省', 'East', 'b'),
     ('${FAR}', '远城', 'Far', '西省', 'West', 'c')`,
  )
  for (const period of [BASE_YEAR, LOCKED, ...OPEN_QUARTERS, NOT_YET_OPEN]) {
    const opens = period === NOT_YET_OPEN ? '2023-01-01T00:00:00+08:00' : '2022-01-01T00:00:00+08:00'
    const due = period === NOT_YET_OPEN ? '2023-01-20T00:00:00+08:00' : '2022-10-20T00:00:00+08:00'
    await owner.query('INSERT INTO reporting_period VALUES ($1, $2, $3, $4)', [period, opens, due, null])
  }
  await owner.query(
    `UPDATE reporting_period SET due_at = '2022-02-01', locked_after = '2022-03-01' WHERE period = '${LOCKED}'`,
  )
  await insertPeople(owner)
  return {
    ...database,
    owner,
    setClock,
    drop: async () => {
      await owner.end()
      await database.drop()
    },
  }
}

/** A cell typed for the first time. */
export const cell = (indicator: string, text: string, part = ''): CellEdit => ({
  indicator,
  part,
  baseVersion: 0,
  state: 'figure',
  text,
})

/** An answer to every one of the nineteen results; `mark` stands in every text, so that it can be found again. */
export const fullAnswer = (mark = 'answer', figure = '1200'): CellEdit[] =>
  indicators.map(({ code, kind }) =>
    kind === 'qualitative'
      ? { ...cell(code, mark), state: 'narrative' }
      : cell(code, kind === 'growth' ? figure : '0'),
  )

/** A credit code that holds and belongs to nobody. */
export function creditCode(serial: number, region = HOME): string {
  const unchecked = `91${region}MA${String(serial).padStart(7, '0')}`
  return unchecked + creditCheckSign(unchecked)
}

/** A row typed for the first time. */
export const row = (name: string, code = creditCode(1)): RowEdit => ({
  id: null,
  baseVersion: 0,
  removed: false,
  name,
  creditCode: code,
  noCodeReason: '',
  countedOn: '2020-03-31',
  level: '',
  evidence: name,
  note: name,
})

const cityOf = (actor: Actor): string => actor.city ?? HOME
const certifierOf = (actor: Actor): Actor =>
  ({ [HOME]: people.certifier, [NEIGHBOUR]: people.neighbourCertifier, [FAR]: people.farCertifier })[
    cityOf(actor)
  ] ?? people.certifier
const provinceOf = (city: string): Actor => (city.startsWith('91') ? people.province : people.farProvince)

/** What the certifier is shown of the working copy. */
export const draftHash = async (certifier: Actor, period: Period): Promise<string> =>
  (await readDraft(authorize(certifier, 'draft.read', cityOf(certifier)), period)).contentHash

export const EXPLAINED = 'true: compared with the register of the bureau'

/** The deeds of a report's life, each by whoever does it; the city is that of the officer who starts it. */
export const life = {
  async prepare(officer: Actor, period: Period, edits: readonly CellEdit[] = fullAnswer()): Promise<void> {
    await saveCells(authorize(officer, 'report.prepare', cityOf(officer)), period, edits)
  },
  async addRows(officer: Actor, period: Period, indicator: string, rows: readonly RowEdit[]): Promise<void> {
    await saveRows(authorize(officer, 'report.prepare', cityOf(officer)), period, indicator, rows)
  },
  /** Explains whatever soft finding is open; answers how many there were. */
  async explain(officer: Actor, period: Period, text = EXPLAINED): Promise<number> {
    const { outcome } = await readCheck(authorize(officer, 'draft.read', cityOf(officer)), period)
    if (outcome.open.length === 0) return 0
    const abouts = outcome.open.map(({ about }) => about)
    await explainFindings(authorize(officer, 'report.prepare', cityOf(officer)), period, abouts, text)
    return abouts.length
  },
  /** Certifies; what the checks doubt is explained before. */
  async certify(officer: Actor, period: Period): Promise<string> {
    await life.explain(officer, period)
    const certifier = certifierOf(officer)
    const contentHash = await draftHash(certifier, period)
    await certifyReport(authorize(certifier, 'report.certify', cityOf(officer)), period, {
      contentHash,
      declared: true,
    })
    return contentHash
  },
  async submit(officer: Actor, period: Period): Promise<VersionHead> {
    const contentHash = await draftHash(officer, period)
    return submitReport(authorize(officer, 'report.submit', cityOf(officer)), period, contentHash)
  },
  async forward(city: string, period: Period, contentHash: string): Promise<void> {
    await forwardReport(authorize(provinceOf(city), 'report.forward', city), period, contentHash, '')
  },
  async giveBack(
    reviewer: Actor,
    city: string,
    period: Period,
    contentHash: string,
    figures: readonly ReturnedFigure[] = [],
  ): Promise<void> {
    await returnReport(authorize(reviewer, 'report.return', city), period, contentHash, 'look again', figures)
  },
  async accept(city: string, period: Period, contentHash: string): Promise<void> {
    await acceptReport(authorize(people.cnipa, 'report.accept', city), period, contentHash)
  },
}

export type Step = 'prepared' | 'certified' | 'submitted' | 'forwarded' | 'accepted'

/** Leads a report of the officer's city from its beginning to a step of its life; returns the hash of its content. */
export async function leadTo(step: Step, officer: Actor, period: Period, mark?: string): Promise<string> {
  const city = cityOf(officer)
  await life.prepare(officer, period, fullAnswer(mark))
  if (step === 'prepared') return draftHash(officer, period)
  await life.certify(officer, period)
  const hash = await draftHash(officer, period)
  if (step === 'certified') return hash
  await life.submit(officer, period)
  if (step === 'submitted') return hash
  await life.forward(city, period, hash)
  if (step === 'accepted') await life.accept(city, period, hash)
  return hash
}

/** Changes an own target that was set: asked for by the city's officer, granted by CNIPA on the effects as shown. */
export async function amendTarget(
  officer: Actor,
  indicator: string,
  value: string,
  reason: string,
): Promise<void> {
  const city = cityOf(officer)
  await requestTarget(authorize(officer, 'target.set', city), indicator, value, reason)
  const [open] = await readCityRequests(authorize(people.cnipa, 'city.read', city))
  if (open?.effectsHash == null) throw new Error('no request waits')
  await grantTarget(authorize(people.cnipa, 'target.decide', city), open.request.seq, open.effectsHash)
}

/** The code with which a deed is refused; 'done' when it is not. */
export async function outcomeOf(
  deed: () => Promise<unknown>,
): Promise<RefusalCode | AccessRefused['code'] | 'done'> {
  try {
    await deed()
    return 'done'
  } catch (error) {
    if (error instanceof Refusal || error instanceof AccessRefused) return error.code
    throw error
  }
}
