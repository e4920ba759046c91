import type { PastedNames } from '@/lib/entry/pasted-rows'
import { choiceNames, columnNames } from '@/lib/i18n/register-text'
import { registerCodes, registerColumns, ROW_FIELDS } from '@/lib/notice/register-columns'

const choices = registerCodes.flatMap((code) => registerColumns(code).flatMap((column) => column.choices))

/** What people call the columns of a register and the choices, in every language of the portal. */
export const pastedNames: PastedNames = {
  heads: Object.fromEntries(ROW_FIELDS.map((field) => [field, columnNames(field)])),
  choices: Object.fromEntries(choices.map((choice) => [choice, choiceNames(choice)])),
  totals: columnNames('total'),
}
