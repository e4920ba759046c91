import { asCanonical } from '@/lib/ledger/as-canonical'
import { canonical, digest, type Canonical } from '@/lib/ledger/canonical'
import { nextEntry, type LedgerEntry } from '@/lib/ledger/chain'
import { indicator as indicatorOf, isNumeric } from '@/lib/notice'
import { acceptedFacts } from '@/lib/reporting/accepted-facts'
import { completenessOf } from '@/lib/reporting/asked-cells'
import { factsIn, standingOf, standingTerms, type StandingTerms } from '@/lib/reporting/keep-standings'
import { packVerdicts } from '@/lib/reporting/packed-verdicts'
import { sealContent } from '@/lib/reporting/report-content'
import { judgeOneCity } from '@/lib/review/judge-cities'
import { columnsOf } from '@/lib/store/cells'
import type { EventKind, Status } from '@/lib/store/reports'
import type { Summary } from '@/lib/store/summary'
import { isQuarter, type Period, type Quarter } from '@/lib/values'
import { drawnId, LARGE_QUARTERS, type LargeCity } from './large-city'

/** Rows by table, in the order in which they are inserted. */
export type TableRows = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>

/** An account of those who did it. */
export interface Doer {
  readonly id: string
  readonly name: string
  readonly role: string
}

export interface Doers {
  readonly officer: Doer
  readonly certifier: Doer
  readonly province: Doer
  readonly nation: Doer
}

/** Verdicts are issued for these only: each comes with its whole explanation. */
const ISSUED: readonly Quarter[] = LARGE_QUARTERS.slice(-4)
const DAY = 86_400_000

interface Step {
  readonly kind: EventKind
  readonly from: Status
  readonly to: Status
  readonly by: Doer
  readonly day: number
}

const termsAt = new Map<Quarter, StandingTerms>()

/** No decision is about a generated city: the terms of one are those of all. */
function termsOf(asOf: Quarter): StandingTerms {
  const terms = termsAt.get(asOf) ?? standingTerms([], '', '2023-01-01', asOf)
  termsAt.set(asOf, terms)
  return terms
}

/** Everything that the database keeps of one generated city, its reports' lives, ledger, standings and verdicts included. */
export function largeRows(large: LargeCity, doers: Doers, openings: ReadonlyMap<Period, Date>): TableRows {
  const { city, reports } = large
  const tables: Record<string, Record<string, unknown>[]> = {}
  const add = (table: string, ...rows: Record<string, unknown>[]) => (tables[table] ??= []).push(...rows)
  const lives = reports.map((report) => lifeOf(large, report.period, doers, openings))
  const summaries = summariesOf(large, lives)
  const ledger: LedgerEntry[] = []
  const enter = (kind: string, at: Date, body: Canonical) =>
    ledger.push(
      nextEntry(ledger.at(-1) ?? null, {
        city: city.code,
        kind,
        at: at.toISOString(),
        body: canonical(body),
      }),
    )
  for (const [i, { period, content }] of reports.entries()) {
    const { steps, opensAt } = lives[i] ?? { steps: [], opensAt: new Date(0) }
    const key = { city: city.code, period }
    const when = (day: number) => new Date(opensAt.getTime() + day * DAY)
    const prepared = {
      version: 1,
      changed_by: doers.officer.id,
      changed_by_name: doers.officer.name,
      changed_at: when(1),
    }
    add('report', { ...key, created_at: when(1) })
    const isOpen = steps.at(-1)?.to === 'draft'
    const cells = isOpen ? content.cells.slice(0, 5) : content.cells
    const columns = cells.map(({ indicator, part, content: said }) => ({
      indicator,
      part,
      ...columnsOf(said),
    }))
    add('report_cell', ...columns.map((cell) => ({ ...key, ...cell, ...prepared })))
    const rows = content.rows.map(({ id, creditCode, noCodeReason, countedOn, ...row }) => ({
      id,
      ...row,
      credit_code: creditCode,
      no_code_reason: noCodeReason,
      counted_on: countedOn,
    }))
    add('register_row', ...rows.map((row) => ({ ...key, ...row, ...prepared, removed: false })))
    const { text, hash } = sealContent(content)
    const submitted = steps.find(({ kind }) => kind === 'submitted')
    const { asked, answered } = completenessOf(period, cells, content.rows)
    if (submitted !== undefined) {
      const receipt = `CJ-${city.code}-${period}-1-${digest(`${city.code}/${period}`).slice(0, 10).toUpperCase()}`
      const counted = { content_hash: hash, cells_asked: asked, cells_answered: answered }
      add('report_version', {
        ...key,
        version: 1,
        content: text,
        ...counted,
        receipt_number: receipt,
        certified_by: doers.certifier.id,
        certified_by_name: doers.certifier.name,
        certified_at: when(4),
        submitted_by: doers.officer.id,
        submitted_by_name: doers.officer.name,
        submitted_at: when(submitted.day),
        soft_open: 0,
        soft_explained: 0,
      })
      add('version_receipt', {
        ...key,
        version: 1,
        ...counted,
        receipt_number: receipt,
        findings: 0,
        submitted_at: when(submitted.day),
      })
      add('version_figure', ...columns.map((cell) => ({ ...key, version: 1, ...cell })))
    }
    for (const [at, { kind, from, to, by, day }] of steps.entries()) {
      const step = {
        seq: at + 1,
        version: 1,
        reason: kind === 'returned' ? '生成的退回：请核对。' : null,
        contentHash: kind === 'started' || kind === 'returned' ? null : hash,
      }
      add('report_event', {
        ...key,
        seq: step.seq,
        kind,
        from_status: from,
        to_status: to,
        version: 1,
        content_hash: step.contentHash,
        reason: step.reason,
        actor: by.id,
        actor_name: by.name,
        actor_role: by.role,
        at: when(day),
      })
      enter(`report.${kind}`, when(day), { period, ...step, from, to, returned: [], actor: { ...by } })
    }
    const summary = summaries[i]
    if (summary === undefined) continue
    const { acceptedVersion, facts, submittedAt, acceptedAt, changedAt } = summary
    add('quarter_summary', {
      ...key,
      status: summary.status,
      version: summary.version,
      accepted_version: acceptedVersion,
      cells_asked: asked,
      cells_answered: answered,
      facts,
      pending: summary.pending,
      submitted_at: submittedAt,
      accepted_at: acceptedAt,
      changed_at: changedAt,
    })
    if (acceptedAt !== null && isQuarter(period) && ISSUED.includes(period)) {
      const issued = issuedRows(large, period, summaries, doers.nation, acceptedAt)
      add('issued_verdict', ...issued)
      enter('verdicts.issued', acceptedAt, {
        asOf: period,
        reportVersion: 1,
        ruleVersion: issued[0]?.rule_version ?? '',
        configurationDecision: null,
        verdicts: issued.map(({ indicator, against, verdict, explanation_hash }) => ({
          indicator,
          against,
          verdict,
          explanationHash: explanation_hash,
        })),
      })
    }
  }
  add('standing', ...standingRows(city.code, summaries))
  add('ledger_entry', ...ledger.map((entry) => ({ ...entry })))
  return tables
}

function lifeOf(large: LargeCity, period: Period, doers: Doers, openings: ReadonlyMap<Period, Date>) {
  const opensAt = openings.get(period) ?? new Date(0)
  const { officer, certifier, province, nation } = doers
  // Some are always late: the time of a report ends twenty days after it opened.
  const late = large.number % 11 === 3 ? 18 : 0
  const all: Step[] = [
    { kind: 'started', from: 'open', to: 'draft', by: officer, day: 1 },
    { kind: 'certified', from: 'draft', to: 'certified', by: certifier, day: 4 },
    { kind: 'submitted', from: 'certified', to: 'submitted', by: officer, day: 5 + late },
    { kind: 'forwarded', from: 'submitted', to: 'forwarded', by: province, day: 8 + late },
    { kind: 'accepted', from: 'forwarded', to: 'accepted', by: nation, day: 12 + late },
  ]
  const isLast = period === LARGE_QUARTERS.at(-1)
  if (!isLast || large.last === 'accepted') return { opensAt, steps: all }
  if (large.last === 'returned') {
    const back: Step = { kind: 'returned', from: 'forwarded', to: 'returned', by: nation, day: 12 + late }
    return { opensAt, steps: [...all.slice(0, 4), back] }
  }
  return { opensAt, steps: all.slice(0, 1 + all.findIndex(({ to }) => to === large.last)) }
}

function summariesOf(large: LargeCity, lives: readonly ReturnType<typeof lifeOf>[]): readonly Summary[] {
  const bare = large.reports.map(({ period }, i): Summary => {
    const { steps, opensAt } = lives[i] ?? { steps: [], opensAt: new Date(0) }
    const at = (kind: EventKind) => {
      const step = steps.find((each) => each.kind === kind)
      return step === undefined ? null : new Date(opensAt.getTime() + step.day * DAY)
    }
    const status = steps.at(-1)?.to ?? 'open'
    return {
      city: large.city.code,
      period,
      status,
      version: status === 'returned' ? 2 : 1,
      acceptedVersion: status === 'accepted' ? 1 : null,
      pending: [],
      cellsAsked: 0,
      cellsAnswered: 0,
      facts: [],
      submittedAt: at('submitted'),
      acceptedAt: at('accepted'),
      changedAt: at(steps.at(-1)?.kind ?? 'started') ?? opensAt,
    }
  })
  const figures = large.reports.flatMap(({ period, content }) =>
    content.cells.map((cell) => ({ period, ...cell })),
  )
  const rows = large.reports.flatMap(({ period, content }) => content.rows.map((row) => ({ ...row, period })))
  const facts = acceptedFacts(bare, figures, rows)
  return bare.map((summary) => ({ ...summary, facts: facts.get(summary.period) ?? [] }))
}

function standingRows(city: string, summaries: readonly Summary[]) {
  const facts = factsIn(summaries)
  return LARGE_QUARTERS.map((asOf) => {
    const terms = termsOf(asOf)
    const verdicts = standingOf(facts, terms, asOf)
    const count = (...codes: readonly string[]) => verdicts.filter(({ code }) => codes.includes(code)).length
    return {
      city,
      as_of: asOf,
      terms: terms.digest,
      verdicts: packVerdicts(verdicts),
      met: count('met'),
      short: count('short'),
      on_pace: count('onPace'),
      behind_pace: count('behindPace'),
      undecided: count('figuresMissing', 'notComputable', 'notYetDue'),
      changed_at: summaries.at(-1)?.changedAt,
    }
  })
}

function issuedRows(
  { city: { code } }: LargeCity,
  asOf: Quarter,
  summaries: readonly Summary[],
  by: Doer,
  at: Date,
) {
  const { configuration, incomparable } = termsOf(asOf)
  const { byFloor } = judgeOneCity(code, summaries, { configuration, targets: [], incomparable }, asOf, true)
  return byFloor
    .filter(({ verdict }) => isNumeric(indicatorOf(verdict.indicator)))
    .map(({ verdict, explanation }) => {
      const text = canonical(asCanonical(explanation))
      return {
        city: code,
        as_of: asOf,
        report_version: 1,
        indicator: verdict.indicator,
        against: verdict.against,
        verdict: verdict.code,
        rule_version: explanation.ruleVersion,
        configuration_decision: null,
        outcome: canonical(asCanonical(verdict)),
        explanation: text,
        explanation_hash: digest(text),
        issued_by: by.id,
        issued_by_name: by.name,
        issued_at: at,
        restatement: 0,
      }
    })
}

/** Two people of a generated city. */
export function doersOf({ city, number }: LargeCity): Pick<Doers, 'officer' | 'certifier'> {
  const of = (role: 'city_officer' | 'city_certifier', name: string): Doer => ({
    id: drawnId(city.code, role),
    name: `${name}${String(number + 1).padStart(4, '0')}`,
    role,
  })
  return { officer: of('city_officer', '填报员'), certifier: of('city_certifier', '签审员') }
}
