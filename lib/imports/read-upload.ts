import { askReader, type Gather } from '@/lib/documents/reader-pool'
import { readIdentity, TEMPLATE } from '@/lib/documents/workbook-identity'
import { ok, Refusal, refuse, type RefusalNote, type Result } from '@/lib/values'
import type { ContentHead, ReadFor } from './content-reader'
import { keptReading } from './packed-reading'
import type { Problem, Reading } from './reading'

const SCRIPT = { built: 'lib/imports/child.mjs', source: 'lib/imports/child.ts' }

/** What a file is uploaded for: the screen it was dropped on. */
export interface UploadedFor extends ReadFor {
  readonly city: string
  /** With which our workbooks are sealed. */
  readonly secret: string
}

/** What a file says about one report, as it is kept. */
export interface ReadUpload {
  readonly problems: readonly Problem[]
  /** See openReading. */
  readonly packed: string
}

/** A file as its reader's process gives it: with whom it says that it is of, which nobody has judged. */
export interface UploadContent {
  readonly head: ContentHead
  /** Lines of rows. */
  readonly rows: readonly Buffer[]
}

/**
 * Reads what a file says about one report: our workbook, an export, or any table with heads we know, in a process of its own.
 * Gives the one reason why it cannot be read.
 */
export const readUpload = (
  bytes: Uint8Array,
  name: string,
  { period, register }: ReadFor,
): Promise<Result<UploadContent, RefusalNote>> =>
  askReader(SCRIPT, { bytes, name, asked: { period, register } }, gather())

function gather(): Gather<UploadContent> {
  const rows: Buffer[] = []
  let head: ContentHead | null = null
  return ({ kind, body }) => {
    if (kind === 'L') rows.push(body)
    else if (kind === 'C') head = JSON.parse(body.toString('utf8')) as ContentHead
    else if (kind === 'X') {
      const { code, detail } = JSON.parse(body.toString('utf8')) as RefusalNote
      return refuse(new Refusal(code, detail))
    } else if (kind === 'Z' && head !== null) return ok({ head, rows })
    return null
  }
}

/**
 * Takes what a file says for this report, if it is of it.
 * @throws Refusal workbookForged, workbookToRead, templateUnknown, cityOther, periodOther, nothingToRead when nothing of it is taken
 */
export async function takeUpload({ head, rows }: UploadContent, asked: UploadedFor): Promise<ReadUpload> {
  const { stated, places, understood, ...reading } = head
  const { layout, knownAt } = identityOf(places, asked)
  if (layout === 'table') requireSame(stated, asked)
  if (understood === 0) throw new Refusal('nothingToRead')
  return { problems: reading.problems, packed: await keptReading({ layout, knownAt, ...reading }, rows) }
}

function identityOf(places: ContentHead['places'], asked: UploadedFor): Pick<Reading, 'layout' | 'knownAt'> {
  const found = readIdentity(
    asked.secret,
    places.map((pairs) => new Map(pairs)),
  )
  if (found.found === 'none') return { layout: 'table', knownAt: null }
  if (found.found === 'forged') throw new Refusal('workbookForged')
  const { identity } = found
  if (Number(identity.template) > Number(TEMPLATE))
    throw new Refusal('templateUnknown', { got: identity.template, expected: TEMPLATE })
  requireSame({ cities: [identity.city], periods: [identity.period] }, asked)
  if (identity.use !== undefined) throw new Refusal('workbookToRead', { knownAt: identity.knownAt })
  return { layout: 'workbook', knownAt: identity.knownAt }
}

/** @throws Refusal cityOther, periodOther */
function requireSame(
  { cities, periods }: { readonly cities: readonly string[]; readonly periods: readonly string[] },
  asked: UploadedFor,
): void {
  const otherCity = cities.find((city) => city !== asked.city)
  if (otherCity !== undefined) throw new Refusal('cityOther', { got: otherCity, expected: asked.city })
  const otherPeriod = periods.find((period) => period !== asked.period)
  if (otherPeriod !== undefined)
    throw new Refusal('periodOther', { period: otherPeriod, expected: asked.period })
}
