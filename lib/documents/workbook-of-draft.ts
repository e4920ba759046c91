import { cityName, formatPeriod, inLocale, words } from '@/lib/i18n'
import { definitionOf, indicator, registerCodes, type RegisterCode, type RowField } from '@/lib/notice'
import type { FormRow } from '@/lib/reporting/form-rows'
import type { Draft } from '@/lib/reporting/read-draft'
import { isQuarter, type Locale } from '@/lib/values'
import type { FigureLine } from './figures-to-fill'
import type { PeriodWorkbook } from './period-workbook'

type Content = FormRow['cells'][number]['content']

/** A row of a register as its columns take it. */
export interface RowToFill {
  readonly id: string
  readonly indicator: string
  readonly fields: Readonly<Partial<Record<RowField, string>>>
}

/** The report in hand, filled in with what the portal has: what its workbook is made of. */
export function workbookOfDraft(
  draft: Draft,
  form: readonly FormRow[],
  rows: readonly RowToFill[],
  {
    locale,
    demonstration,
    isToRead,
  }: {
    readonly locale: Locale
    readonly demonstration: boolean
    /** It says what was known at a past moment. */
    readonly isToRead: boolean
  },
  identity: PeriodWorkbook['identity'],
): PeriodWorkbook {
  const { period } = draft.window
  const isOpen = (code: RegisterCode): boolean =>
    draft.scope === 'all' || (draft.scope !== 'none' && draft.scope.includes(code))
  return {
    locale,
    cityName: cityName(locale, draft.city),
    period,
    knownAt: draft.now.toISOString(),
    demonstration,
    isToRead,
    identity,
    lines: form.flatMap((row) => linesOf(row, locale)),
    registers: !isQuarter(period)
      ? []
      : registerCodes.map((code) => ({
          code,
          isOpen: isOpen(code),
          rows: rows.filter((row) => row.indicator === code),
        })),
  }
}

/** What the workbook is called, without its ending. */
export function workbookFileName({ city, window }: Draft, locale: Locale): string {
  return words(locale).workbook.file(cityName(locale, city), formatPeriod(locale, window.period))
}

/** A result, and a line for each of its parts: the quarters of the base year, or what a figure is made of. */
function linesOf(row: FormRow, locale: Locale): FigureLine[] {
  const subject = indicator(row.indicator)
  const { names, notice } = words(locale)
  const shared = {
    unit: subject.unit === '' ? '' : names.unit[subject.unit],
    clause: notice.clauseNumber(subject.clause),
    kind: row.kind,
    isOpen: row.isEditable,
  }
  const about = inLocale(locale, definitionOf(subject.code).counts)
  const whole = row.cells.map(({ part, content }): FigureLine => ({
    ...shared,
    ...(part === '' ? besideOf(row) : NOTHING_BESIDE),
    ...answerOf(content, row.kind, locale),
    code: part === '' ? subject.code : `${subject.code}.${part}`,
    name: [inLocale(locale, subject), part === '' ? '' : names.part[part]].filter(Boolean).join(' '),
    about: part === '' || part === 'Q1' ? about : null,
    isPart: false,
  }))
  const parts = row.parts.map(({ part, content }): FigureLine => ({
    ...shared,
    ...NOTHING_BESIDE,
    ...answerOf(content, row.kind, locale),
    code: `${subject.code}.${part}`,
    name: `　${names.part[part]}`,
    about: null,
    isPart: true,
  }))
  return [...whole, ...parts]
}

type Beside = Pick<FigureLine, 'lastQuarter' | 'sameQuarterLastYear' | 'yearToDate'>

const NOTHING_BESIDE: Beside = { lastQuarter: null, sameQuarterLastYear: null, yearToDate: null }

const besideOf = ({ beside }: FormRow): Beside => ({
  lastQuarter: beside?.previous.value ?? null,
  sameQuarterLastYear: beside?.lastYear.value ?? null,
  yearToDate: beside?.earlierThisYear ?? null,
})

/** What the working copy says, as the columns take it. */
function answerOf(content: Content, kind: FormRow['kind'], locale: Locale) {
  const { cellState } = words(locale).names
  const isSaid = content.state === 'notApplicable' || content.state === 'notYetAvailable'
  return {
    value: content.state === 'figure' ? content.value : null,
    // "None this quarter" is chosen from the list of a count; beside a number or a narrative nothing need be chosen.
    stateWord:
      content.state === 'figure' && kind === 'count'
        ? words(locale).entry.box.none
        : isSaid
          ? cellState[content.state]
          : null,
    reason: isSaid ? content.reason : null,
    expectedOn: content.state === 'notYetAvailable' ? content.expectedOn : null,
    narrative: content.state === 'narrative' ? content.narrative : null,
    office: content.source?.office ?? null,
    document: content.source?.document ?? null,
  }
}
