import type { PastedNames } from '@/lib/entry/pasted-rows'
import type { Level, RowField } from '@/lib/entry/row-content'
import { register } from '@/lib/i18n/words/register'
import { registerDeeds } from '@/lib/i18n/words/register-deeds'

const named = (key: RowField | 'total'): readonly string[] =>
  Object.values(registerDeeds).flatMap(({ alias }) => alias[key].split('|'))
const levelled = (key: Level): readonly string[] => Object.values(register).map(({ level }) => level[key])

/** What people call the columns of a register and the levels, in every language of the portal. */
export const pastedNames: PastedNames = {
  heads: {
    name: named('name'),
    creditCode: named('creditCode'),
    noCodeReason: named('noCodeReason'),
    countedOn: named('countedOn'),
    level: named('level'),
    evidence: named('evidence'),
    note: named('note'),
  },
  levels: {
    national: levelled('national'),
    provincial: levelled('provincial'),
    municipal: levelled('municipal'),
  },
  totals: named('total'),
}
