import { within, type Fault } from './fault'
import { differs } from './first-difference'
import { isLoose, json, recordsOf, type Loose } from './pack-files'

type Files = ReadonlyMap<string, Uint8Array>

/**
 * Each figure and row of each submitted version has its source told under the reference that is printed in documents, the source
 * is that of the very figure, and each count is made of as many rows as there are.
 */
export function traceFaults(
  files: Files,
  city: unknown,
): { readonly traces: number; readonly faults: readonly Fault[] } {
  const told = json(files.get('traces.json'))
  const versions = recordsOf(json(files.get('versions.json')), 'versions').map(({ period, version }) => {
    const content = json(files.get(`versions/${String(period)}-${String(version)}.json`))
    const referred = (code: unknown) => [city, period, version, code].map((each) => String(each)).join('-')
    return { referred, cells: recordsOf(content, 'cells'), rows: recordsOf(content, 'rows') }
  })
  const cells = versions.flatMap(({ referred, cells: own }) =>
    own.map(({ indicator, part, content }) => ({ reference: referred(indicator), part, content })),
  )
  const rows = versions.flatMap(({ referred, rows: own }) =>
    own.map(({ indicator, id }) => ({ reference: referred(indicator), row: id })),
  )
  const [toldCells, toldRows, counts] = (['traces', 'rows', 'counts'] as const).map((name) =>
    recordsOf(told, name),
  )
  const many = new Map<unknown, number>()
  for (const { reference } of rows) many.set(reference, (many.get(reference) ?? 0) + 1)
  return {
    traces: cells.length + rows.length,
    faults: [
      ...differs(
        'packTrace',
        'traces.json#/traces',
        cells,
        (toldCells ?? []).map(({ reference, part, content }) => ({ reference, part, content })),
      ),
      ...differs(
        'packTrace',
        'traces.json#/rows',
        rows,
        (toldRows ?? []).map(({ reference, row }) => ({ reference, row })),
      ),
      ...(counts ?? []).flatMap((count, i) => countFaults(count, many, i)),
    ],
  }
}

/** A count says how many rows it has; no more of them are new than there are, and new ones are part of the whole. */
function countFaults(
  { reference, rows, fresh, total }: Loose,
  many: ReadonlyMap<unknown, number>,
  i: number,
) {
  const place = `traces.json#/counts/${String(i)}`
  const isWithin = Number(fresh) <= Number(rows) && Number(fresh) <= Number(total)
  return [
    ...differs('packTrace', within(place, 'rows'), many.get(reference) ?? 0, rows),
    ...differs('packTrace', within(place, 'fresh'), true, isWithin),
  ]
}

/** The list of evidence is that of the version it names. */
export function evidenceFaults(files: Files): Fault[] {
  const list = json(files.get('evidence.json'))
  if (!isLoose(list)) return []
  const version = json(files.get(`versions/${String(list.period)}-${String(list.version)}.json`))
  const of = (value: unknown, name: string) =>
    recordsOf(value, name).map(({ indicator, kind, target, name: file, bytes, sha256 }) => ({
      ...{ indicator, kind, target, name: file, bytes, sha256 },
    }))
  return differs('packEvidence', 'evidence.json#/files', of(version, 'evidence'), of(list, 'files'))
}
