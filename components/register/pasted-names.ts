import { plainHead } from '@/lib/entry/headed-fields'
import type { PastedNames } from '@/lib/entry/pasted-rows'
import { choiceNames, columnNames, usualReason } from '@/lib/i18n/register-text'
import { registerCodes, registerColumns, ROW_FIELDS } from '@/lib/notice/register-columns'
import type { RegisterCode } from '@/lib/notice/indicator-types'
import type { Locale } from '@/lib/values'

const choices = registerCodes.flatMap((code) => registerColumns(code).flatMap(({ choices: own }) => own))

/** What people call the columns of a register and the choices, in every language of the portal. */
const pastedNames = {
  heads: Object.fromEntries(ROW_FIELDS.map((field) => [field, columnNames(field).map(plainHead)])),
  choices: Object.fromEntries(choices.map((choice) => [choice, choiceNames(choice)])),
  totals: columnNames('total'),
}

/** The same with what is said where a register lists what has no credit code. */
export const pastedNamesOf = (locale: Locale, code: RegisterCode): PastedNames => ({
  ...pastedNames,
  reason: usualReason(locale, code),
})
