/** What in a workbook would run or fetch something when it is opened. */
export type ActiveContent = 'macro' | 'activeX' | 'ole' | 'connection' | 'extension'

// By the name of a part …
const PARTS: readonly (readonly [RegExp, ActiveContent])[] = [
  [/(?:^|\/)vbaproject[^/]*\.bin$|(?:^|\/)(?:macrosheets|dialogsheets)\/|(?:^|\/)vbadata\.xml$/i, 'macro'],
  [/(?:^|\/)activex\//i, 'activeX'],
  [/(?:^|\/)embeddings\//i, 'ole'],
  [/(?:^|\/)(?:connections\.xml$|querytables\/)/i, 'connection'],
  [/^customui\/|(?:^|\/)webextensions\//i, 'extension'],
]
// … and by its type, as parts may have any name.
const TYPES: readonly (readonly [RegExp, ActiveContent])[] = [
  [/macroenabled|vbaproject|ms-office\.vba|macrosheet|dialogsheet/i, 'macro'],
  [/activex/i, 'activeX'],
  [/oleobject/i, 'ole'],
  [/spreadsheetml\.(?:connections|querytable)/i, 'connection'],
  [/webextension/i, 'extension'],
]

const first = (table: typeof PARTS, text: string): ActiveContent | null =>
  table.find(([pattern]) => pattern.test(text))?.[1] ?? null

/** What a part of this name would do; null for a part that only says something. */
export const activePart = (name: string): ActiveContent | null => first(PARTS, name)

/** The same by the type that the list of contents gives a part. */
export const activeType = (contentType: string): ActiveContent | null => first(TYPES, contentType)
