import { escapeXml } from './clean-text'
import { differentialOf, type MarkLook } from './sheet-styles'

/** What a spreadsheet program says of a range while it is filled in. It warns and never forbids: pasting must work. */
export interface InputCheck {
  /** `H4:H22`. */
  readonly range: string
  /** The defined name that lists what may be chosen. */
  readonly list?: string
  /** Said when a cell of the range is entered: title and text. */
  readonly prompt?: readonly [title: string, text: string]
}

/** Where a formula is true, a cell stands out. */
export interface InputMark {
  readonly range: string
  /** About the first cell of the range. */
  readonly formula: string
  /** `wrong` where nothing else is said. */
  readonly look?: MarkLook
}

/** Lists to choose from, each by the name that checks give it. */
export type Lists = ReadonlyMap<string, readonly string[]>

/** What is said when a range is entered, and the list it may be chosen from. */
export const hint = (
  range: string,
  { title, text }: { readonly title: string; readonly text: string },
  list?: string,
): InputCheck => ({ range, prompt: [title, text], ...(list === undefined ? {} : { list }) })

// Beyond these Excel calls a file damaged.
const LONGEST_TITLE = 32
const LONGEST_PROMPT = 255

/** The validations of a sheet; '' where there are none. */
export function checksXml(checks: readonly InputCheck[]): string {
  if (checks.length === 0) return ''
  const each = checks.map(({ range, list, prompt }) => {
    const kind = list === undefined ? '' : ' type="list" errorStyle="warning" showErrorMessage="1"'
    const said =
      prompt === undefined
        ? ''
        : ` showInputMessage="1" promptTitle="${escapeXml(prompt[0].slice(0, LONGEST_TITLE))}" prompt="${escapeXml(prompt[1].slice(0, LONGEST_PROMPT))}"`
    const content = list === undefined ? '' : `<formula1>${escapeXml(list)}</formula1>`
    return `<dataValidation${kind} allowBlank="1"${said} sqref="${range}">${content}</dataValidation>`
  })
  return `<dataValidations count="${checks.length}">${each.join('')}</dataValidations>`
}

/** The conditional formats of a sheet. */
export function marksXml(marks: readonly InputMark[]): string {
  return marks
    .map(
      ({ range, formula, look = 'wrong' }, i) =>
        `<conditionalFormatting sqref="${range}"><cfRule type="expression" dxfId="${differentialOf(look)}" priority="${i + 1}"><formula>${escapeXml(formula)}</formula></cfRule></conditionalFormatting>`,
    )
    .join('')
}
