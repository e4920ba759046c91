import { measures, type Measure } from '@/lib/rules/measure'
import type { Query } from '@/lib/values'
import { exploreViewOf, type ExploreView } from './read-explore'

const customLayouts = ['long', 'wide'] as const
const customFormats = ['xlsx', 'csv', 'json'] as const

/** An export of one's own: what Explore would look at, in which columns, laid out and written how. It lies in an address. */
export interface CustomExport {
  /** Results, cities, province and quarters; its own measure is the first of `measures`. */
  readonly view: ExploreView
  readonly measures: readonly Measure[]
  /** A row for each quarter, or a column for each. */
  readonly layout: (typeof customLayouts)[number]
  readonly format: (typeof customFormats)[number]
  /** Whether what is submitted and not accepted is in it, marked. */
  readonly unaccepted: 'shown' | 'hidden'
}

/** Reads one from an address; what is not understood is left at its default. */
export function customExportOf(asked: Query): CustomExport {
  const all = (name: string): readonly string[] => [asked[name] ?? []].flat()
  const [first = 'value', ...others] = measures.filter((each) => all('measure').includes(each))
  return {
    view: { ...exploreViewOf(asked), measure: first },
    measures: [first, ...others],
    layout: customLayouts.find((each) => each === all('layout')[0]) ?? 'long',
    format: customFormats.find((each) => each === all('format')[0]) ?? 'xlsx',
    unaccepted: all('unaccepted')[0] === 'shown' ? 'shown' : 'hidden',
  }
}

/** Its query: everything that is chosen. */
export function customQuery({ view, measures: columns, layout, format, unaccepted }: CustomExport): string {
  const query = new URLSearchParams()
  for (const each of view.indicators) query.append('indicator', each)
  for (const each of view.cities) query.append('city', each)
  if (view.province !== null) query.set('province', view.province)
  if (view.from !== null) query.set('from', view.from)
  if (view.to !== null) query.set('to', view.to)
  for (const each of columns) query.append('measure', each)
  query.set('layout', layout)
  query.set('format', format)
  query.set('unaccepted', unaccepted)
  return query.toString()
}
