import { readDay } from '@/lib/entry/row-content'
import { plainHead } from '@/lib/imports/table-heads'
import { fundForms, type FundForm } from '@/lib/notice'
import { readYuan } from '@/lib/planning/read-task'
import { forbiddenUse } from '@/lib/rules/forbidden-use'
import { fundSources, type FundSource } from '@/lib/rules/plan-task'
import type { NewEntry } from '@/lib/store/funds'
import { cleanLine, isDay, type RefusalNote } from '@/lib/values'

/** What is typed or read of an entry of the ledger, column by column. */
export const ENTRY_FIELDS = ['day', 'source', 'task', 'form', 'yuan', 'purpose', 'payee', 'document'] as const
export type EntryField = (typeof ENTRY_FIELDS)[number]
export type EntryText = Readonly<Record<EntryField, string>>

export interface EntryObjection {
  readonly field: EntryField
  readonly refusal: RefusalNote
}

const LONGEST = 300
// Sources are said by their code or by a word that everybody uses for them.
const SOURCES: ReadonlyMap<string, FundSource> = new Map([
  ...fundSources.map((each) => [each, each] as const),
  ['中央', 'central'],
  ['中央资金', 'central'],
  ['地方', 'local'],
  ['地方资金', 'local'],
  ['社会', 'social'],
  ['社会资金', 'social'],
])
const FORMS: ReadonlyMap<string, FundForm> = new Map(
  fundForms.flatMap(({ code, zh, en }) => [code, zh, en].map((name) => [plainHead(name), code] as const)),
)

/**
 * An entry from its texts, and everything that is wrong with it. Forbidden uses are looked for in the purpose of central money.
 * @param today the last day an entry may bear
 */
export function readEntry(
  kind: NewEntry['kind'],
  text: EntryText,
  today: string,
): { readonly entry: NewEntry; readonly objections: readonly EntryObjection[] } {
  const objections: EntryObjection[] = []
  const object = (field: EntryField, code: RefusalNote['code'], detail: RefusalNote['detail'] = {}) =>
    objections.push({ field, refusal: { code, detail } })
  const got = (field: EntryField): string => text[field].slice(0, 60)
  const day = readDay(text.day)
  if (!isDay(day) || day > today) object('day', 'dateWrong', { got: got('day'), latest: today })
  const source = SOURCES.get(text.source.trim().toLowerCase())
  if (source === undefined) object('source', 'choiceWrong', { got: got('source') })
  const amount = readYuan(text.yuan)
  if (amount === undefined || amount === null || amount === 0n)
    object('yuan', 'yuanWrong', { got: got('yuan') })
  const purpose = cleanLine(text.purpose)
  if (purpose === '') object('purpose', 'purposeMissing')
  for (const field of ['purpose', 'payee', 'document'] as const) {
    const { length } = cleanLine(text[field])
    if (length > LONGEST) object(field, 'tooLong', { limit: String(LONGEST), got: String(length) })
  }
  const form = FORMS.get(plainHead(text.form))
  if (kind === 'spending') {
    if (form === undefined) object('form', 'fundFormWrong', { got: got('form') })
    const forbidden = source === 'central' ? forbiddenUse(purpose) : null
    if (forbidden !== null)
      object('purpose', 'fundForbidden', { use: forbidden.use.code, got: forbidden.word })
  }
  const entry: NewEntry = {
    kind,
    source: source ?? 'central',
    yuan: amount ?? 0n,
    onDay: day,
    task: kind === 'spending' ? text.task.trim() : null,
    form: kind === 'spending' ? (form ?? 'subsidy') : null,
    purpose,
    payee: cleanLine(text.payee),
    document: cleanLine(text.document),
    reverses: null,
  }
  return { entry, objections }
}
