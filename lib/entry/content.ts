import {
  cleanText,
  parseFigure,
  type FigureRefusal,
  type IndicatorUnit,
  type RefusalNote,
  type Result,
} from '@/lib/values'

/** Which states a cell may have. Counts are never typed: their only figure is 0, "none this quarter", beside an empty register. */
export type CellKind = 'growth' | 'count' | 'qualitative'

/** Where a figure comes from: the office that supplied it and the number of its document, either of them perhaps ''. */
export interface Source {
  readonly office: string
  readonly document: string
}

/** The content of a cell. Blank, zero, not applicable and not yet available are four different things. */
export type CellContent = (
  | { readonly state: 'figure'; readonly value: string }
  | { readonly state: 'blank' }
  | { readonly state: 'notApplicable'; readonly reason: string }
  | { readonly state: 'notYetAvailable'; readonly reason: string; readonly expectedOn: string }
  | { readonly state: 'narrative'; readonly narrative: string }
) & {
  /** Also of a blank cell, whose figure its register may give. Absent where nobody named one. */
  readonly source?: Source
}

/** A cell as a person fills it in: everything is text until it has been read here. */
export interface CellText {
  readonly state: CellContent['state']
  /** The number as typed, or the narrative. */
  readonly text?: string
  readonly reason?: string
  readonly expectedOn?: string
  readonly source?: Source
}

export const SOURCE_LENGTH = 120
export const REASON_LENGTH = 500
export const NARRATIVE_LENGTH = 5000

export type ContentRefusal = RefusalNote | { readonly code: 'figureWrong'; readonly figure: FigureRefusal }

const wrong = (
  code: RefusalNote['code'],
  detail: RefusalNote['detail'] = {},
): Result<CellContent, ContentRefusal> => ({
  ok: false,
  error: { code, detail },
})

/**
 * Reads what was typed into a cell of this unit and kind, or says exactly why it cannot be read. The form reads with it
 * while a person types, the server when it saves: what one accepts the other does.
 */
export function readContent(
  unit: IndicatorUnit,
  kind: CellKind,
  cell: CellText,
): Result<CellContent, ContentRefusal> {
  const answer = readAnswer(unit, kind, cell)
  if (!answer.ok || cell.source === undefined) return answer
  const source = { office: cleanText(cell.source.office), document: cleanText(cell.source.document) }
  const longest = Math.max(source.office.length, source.document.length)
  if (longest > SOURCE_LENGTH) return wrong('tooLong', { limit: String(SOURCE_LENGTH), got: String(longest) })
  return source.office === '' && source.document === ''
    ? answer
    : { ok: true, value: { ...answer.value, source } }
}

function readAnswer(
  unit: IndicatorUnit,
  kind: CellKind,
  cell: CellText,
): Result<CellContent, ContentRefusal> {
  switch (cell.state) {
    case 'blank':
      return { ok: true, value: { state: 'blank' } }
    case 'figure': {
      if (kind === 'qualitative') return wrong('contentWrong', { expected: 'narrative', got: 'figure' })
      const figure = parseFigure(cell.text ?? '', unit)
      if (!figure.ok) return { ok: false, error: { code: 'figureWrong', figure: figure.error } }
      if (kind === 'count' && figure.value !== '0')
        return wrong('contentWrong', { expected: '0', got: figure.value })
      return { ok: true, value: { state: 'figure', value: figure.value } }
    }
    case 'narrative': {
      if (kind !== 'qualitative') return wrong('contentWrong', { expected: 'figure', got: 'narrative' })
      const narrative = cleanText(cell.text ?? '')
      if (narrative === '') return { ok: true, value: { state: 'blank' } }
      if (narrative.length > NARRATIVE_LENGTH) {
        return wrong('tooLong', { limit: String(NARRATIVE_LENGTH), got: String(narrative.length) })
      }
      return { ok: true, value: { state: 'narrative', narrative } }
    }
    case 'notApplicable':
    case 'notYetAvailable': {
      const reason = cleanText(cell.reason ?? '')
      if (reason === '') return wrong('reasonMissing')
      if (reason.length > REASON_LENGTH)
        return wrong('tooLong', { limit: String(REASON_LENGTH), got: String(reason.length) })
      if (cell.state === 'notApplicable') return { ok: true, value: { state: 'notApplicable', reason } }
      const expectedOn = (cell.expectedOn ?? '').trim()
      if (!isCalendarDate(expectedOn)) return wrong('dateWrong', { got: expectedOn })
      return { ok: true, value: { state: 'notYetAvailable', reason, expectedOn } }
    }
  }
}

/** Whether two contents say the same. */
export function sameContent(a: CellContent, b: CellContent): boolean {
  return canonical(a) === canonical(b)
}

const canonical = ({ source, ...answer }: CellContent): string =>
  JSON.stringify([
    Object.entries(answer).sort(([a], [b]) => (a < b ? -1 : 1)),
    source?.office ?? '',
    source?.document ?? '',
  ])

/** Whether a text is a day of the calendar between 2000 and 2100, written `2022-10-12`. */
export function isCalendarDate(text: string): boolean {
  const [, year = '', month = '', day = ''] = /^(20\d\d|2100)-(\d\d)-(\d\d)$/.exec(text) ?? []
  if (year === '' || Number(month) < 1 || Number(month) > 12) return false
  return Number(day) >= 1 && Number(day) <= lastDayIn(Number(year), Number(month))
}

const lastDayIn = (year: number, month: number): number =>
  month === 2
    ? year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
      ? 29
      : 28
    : [4, 6, 9, 11].includes(month)
      ? 30
      : 31
