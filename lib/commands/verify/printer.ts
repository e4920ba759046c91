import { verdict as verdictWords } from '@/lib/i18n/words/verdict'
import { indicator, isIndicatorCode } from '@/lib/notice'
import type { Locale } from '@/lib/values'
import { onOneLine, textTable } from '../text-table'
import type { Verified, VerifiedExplanations } from './explanations'
import { checkCodes, type Fault } from './fault'
import type { VerifiedEvaluation } from './evaluation'
import type { VerifiedInstalment } from './instalment'
import type { VerifiedLedger } from './ledger'
import type { VerifiedMoney } from './money'
import type { VerifiedPack } from './pack'
import { verifyWords } from './words'

/** A file as verified. */
export type FileReport = { readonly file: string } & (
  | ({ readonly kind: 'explanations' } & VerifiedExplanations)
  | ({ readonly kind: 'ledger' } & VerifiedLedger)
  | ({ readonly kind: 'pack' } & VerifiedPack)
  | ({ readonly kind: 'instalment' } & VerifiedInstalment)
  | ({ readonly kind: 'evaluation' } & VerifiedEvaluation)
  | ({ readonly kind: 'money' } & VerifiedMoney)
)

/** Every fault of a file: its own, then those of its explanations in their order. */
function faultsOf(report: FileReport): readonly Fault[] {
  return report.kind !== 'explanations'
    ? report.faults
    : [...report.faults, ...report.explanations.flatMap(({ faults }) => faults)]
}

/** What was verified, as JSON. */
export function printJson(reports: readonly FileReport[]): string {
  const files = reports.map((report) => {
    const faults = faultsOf(report)
    const head = { file: report.file, kind: report.kind, holds: faults.length === 0, city: report.city }
    if (report.kind === 'ledger') return { ...head, entries: report.entries, faults }
    if (report.kind === 'pack') {
      const { asOf, knownAt, ruleVersion, files: inside, versions, inputs, seals, traces, key } = report
      return {
        ...head,
        asOf,
        knownAt,
        ruleVersion,
        files: inside,
        versions,
        inputs,
        seals,
        traces,
        key,
        faults,
      }
    }
    if (report.kind === 'instalment') return { ...head, yuan: report.yuan, faults }
    if (report.kind === 'evaluation')
      return { ...head, score: report.score, judgements: report.judgements, faults }
    if (report.kind === 'money')
      return { ...head, payments: report.payments, entries: report.entries, faults }
    const explanations = report.explanations.map(({ place, indicator: code, against, verdict, checks }) => ({
      place,
      indicator: code,
      against,
      verdict,
      checks,
    }))
    return { ...head, asOf: report.asOf, explanations, faults }
  })
  return `${JSON.stringify({ schema: 'chengji.verification/1', holds: files.every(({ holds }) => holds), files }, null, 2)}\n`
}

/** What was verified, as tables to read, and at the end whether all of it holds. */
export function printTables(reports: readonly FileReport[], locale: Locale): string {
  const say = verifyWords[locale]
  const tables = reports.map((report) => {
    const city = onOneLine(report.city ?? '')
    if (report.kind === 'ledger') return `${report.file}\n${say.ledger(city, String(report.entries))}\n`
    if (report.kind === 'pack') {
      const said = (text: string | null) => onOneLine(text ?? '')
      const { asOf, knownAt, ruleVersion } = report
      const head = say.pack(city, said(asOf), said(knownAt), said(ruleVersion))
      const { files, versions, inputs, seals, traces, key, isKeyKnown } = report
      const checked = say.packChecked({
        files: String(files),
        versions: String(versions),
        inputs: String(inputs),
        seals: String(seals),
        traces: String(traces),
      })
      const signed = key === null ? '' : `${isKeyKnown ? say.signedByKnown(key) : say.signedBy(key)}\n`
      return `${report.file}\n${head}\n${checked}\n${signed}${say.onlySigned}\n`
    }
    if (report.kind === 'instalment') return `${report.file}\n${say.instalment(city, report.yuan ?? '')}\n`
    if (report.kind === 'evaluation')
      return `${report.file}\n${say.evaluation(city, report.score ?? '', String(report.judgements))}\n`
    if (report.kind === 'money')
      return `${report.file}\n${say.money(city, String(report.payments), String(report.entries))}\n`
    const { indicator: result, against, verdict, form, steps, follows, parameters, figures } = say.head
    const head = [result, against, verdict, form, steps, follows, parameters, figures]
    const rows = report.explanations.map((each) => rowOf(each, locale))
    const title = say.explanations(city, onOneLine(report.asOf ?? ''))
    return `${report.file}\n${title}\n\n${textTable(head, rows)}`
  })
  const faults = reports.reduce((count, report) => count + faultsOf(report).length, 0)
  const things = reports.reduce((count, report) => count + thingsIn(report), 0)
  const end = faults > 0 ? say.someFail(String(faults)) : say.allHold(String(reports.length), String(things))
  return `${[...tables, end].join('\n')}\n`
}

/** How many things a file is about. */
function thingsIn(report: FileReport): number {
  if (report.kind === 'pack') return report.versions
  if (report.kind === 'instalment') return 1
  if (report.kind === 'evaluation') return report.judgements
  if (report.kind === 'money') return report.payments + report.entries
  return report.kind === 'ledger' ? report.entries : report.explanations.length
}

function rowOf({ indicator: code, against, verdict, checks }: Verified, locale: Locale): string[] {
  const say = verifyWords[locale]
  const said: Readonly<Record<string, string>> = verdictWords[locale].word
  const subject = code !== null && isIndicatorCode(code) ? indicator(code) : undefined
  return [
    subject ? `${subject.clause} ${locale === 'zh-CN' ? subject.zh : subject.en}` : onOneLine(code ?? ''),
    against === 'floor' || against === 'target' ? say.against[against] : '',
    Object.hasOwn(said, verdict ?? '') ? (said[verdict ?? ''] ?? '') : onOneLine(verdict ?? ''),
    ...checkCodes.map((check) => say.standing[checks[check]]),
  ]
}

/** A sentence for each fault: file, place, what is wrong, expected, got. */
export function printFaults(reports: readonly FileReport[], locale: Locale): string {
  const say = verifyWords[locale]
  return reports
    .flatMap((report) =>
      faultsOf(report).map(
        ({ code, place, expected, got }) =>
          `${report.file}: ${onOneLine(place)}: ${say.fault(say.what[code], expected, got)}\n`,
      ),
    )
    .join('')
}
