import type { RowContent } from './row-content'
import type { PageRow } from './rows-autosave'

type PackedRow = readonly [
  id: string,
  removed: 0 | 1,
  version: number,
  /** Which of the people. */
  by: number,
  /** Milliseconds since 1970. */
  at: number,
  ...content: readonly unknown[],
]

interface Packed {
  readonly people: readonly string[]
  readonly rows: readonly PackedRow[]
}

/** Rows of a register as one short text: thousands of them go to the browser with the page. */
export function packRows(rows: readonly PageRow[]): string {
  const people = [...new Set(rows.map(({ saved }) => saved.by))]
  const places = new Map(people.map((name, i) => [name, i]))
  const packed: Packed = {
    people,
    rows: rows.map(({ id, saved: { content, removed, version, by, at } }) => [
      id,
      removed ? 1 : 0,
      version,
      places.get(by) ?? 0,
      Date.parse(at),
      content.name,
      content.creditCode,
      content.noCodeReason,
      content.countedOn,
      content.level,
      content.details,
      content.evidence,
      content.note,
    ]),
  }
  return JSON.stringify(packed)
}

/** Reads what packRows wrote. */
export function unpackRows(text: string): PageRow[] {
  const { people, rows } = JSON.parse(text) as Packed
  return rows.map(([id, removed, version, by, at, ...content]) => {
    const [name, creditCode, noCodeReason, countedOn, level, details, evidence, note] = content
    const read = { name, creditCode, noCodeReason, countedOn, level, details, evidence, note } as RowContent
    return {
      id,
      saved: {
        content: read,
        removed: removed === 1,
        version,
        by: people[by] ?? '',
        at: new Date(at).toISOString(),
      },
    }
  })
}
