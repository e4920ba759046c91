import { readDay } from '@/lib/entry/row-content'
import { indicators, isIndicatorCode, type IndicatorCode } from '@/lib/notice'
import { plainHead } from '@/lib/imports/table-heads'
import type { PlanTask } from '@/lib/rules/plan-task'
import { cleanLine, isDay, parseFigure, type RefusalNote } from '@/lib/values'

/** What is typed or read of a task, column by column. */
export const TASK_FIELDS = [
  'code',
  'title',
  'department',
  'startsOn',
  'endsOn',
  'central',
  'local',
  'social',
  'indicators',
] as const
export type TaskField = (typeof TASK_FIELDS)[number]
export type TaskText = Readonly<Record<TaskField, string>>

export interface TaskObjection {
  readonly field: TaskField
  readonly refusal: RefusalNote
}

/** A task from its texts, and what of them cannot be read: then the task has nothing in its place. */
export function readTask(text: TaskText): {
  readonly task: PlanTask
  readonly objections: readonly TaskObjection[]
} {
  const objections: TaskObjection[] = []
  const object = (field: TaskField, code: RefusalNote['code'], detail: RefusalNote['detail']) =>
    objections.push({ field, refusal: { code, detail } })
  const day = (field: 'startsOn' | 'endsOn'): string | null => {
    if (text[field].trim() === '') return null
    const read = readDay(text[field])
    if (isDay(read)) return read
    object(field, 'dateWrong', { got: text[field].slice(0, 60) })
    return null
  }
  const yuan = (field: 'central' | 'local' | 'social'): bigint | null => {
    const amount = readYuan(text[field])
    // A task without money of a source has no amount of it; everywhere else an amount has to be given.
    if (amount === undefined) object(field, 'yuanWrong', { got: text[field].slice(0, 60), mayBeBlank: 'yes' })
    return amount ?? null
  }
  const served = readIndicators(text.indicators)
  for (const got of served.unknown) object('indicators', 'choiceWrong', { got: got.slice(0, 60) })
  const task: PlanTask = {
    code: text.code.normalize('NFKC').replace(/\s/g, '').replace(/\.$/, ''),
    title: cleanLine(text.title),
    department: cleanLine(text.department),
    startsOn: day('startsOn'),
    endsOn: day('endsOn'),
    budget: { central: yuan('central'), local: yuan('local'), social: yuan('social') },
    indicators: served.codes,
  }
  return { task, objections }
}

/** Whole yuan as typed; null for a blank, undefined for what is none. */
export function readYuan(text: string): bigint | null | undefined {
  if (text.trim() === '') return null
  const read = parseFigure(text, '项')
  return read.ok ? BigInt(read.value) : undefined
}

const NAMES: ReadonlyMap<string, IndicatorCode> = new Map(
  indicators.flatMap(({ code, zh, en }) => [code, zh, en].map((name) => [plainHead(name), code] as const)),
)

/** Results by code or name, in either language, however they are parted. Names have commas of their own in neither. */
function readIndicators(text: string): {
  readonly codes: readonly IndicatorCode[]
  readonly unknown: readonly string[]
} {
  const parts = text
    .split(/[;；\n|]/)
    .flatMap((part) => (NAMES.has(plainHead(part)) ? [part] : part.split(/、|[,，]/)))
    .map((part) => part.trim())
    .filter((part) => part !== '')
  const read = parts.map((part) => ({
    part,
    code: isIndicatorCode(part) ? part : NAMES.get(plainHead(part)),
  }))
  return {
    codes: [...new Set(read.flatMap(({ code }) => (code === undefined ? [] : [code])))],
    unknown: read.flatMap(({ part, code }) => (code === undefined ? [part] : [])),
  }
}
