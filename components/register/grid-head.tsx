'use client'

import { useWords } from '@/components/ui/locale-provider'
import type { View } from '@/lib/entry/register-view'
import type { RowField } from '@/lib/notice/register-columns'
import { register } from '@/lib/i18n/words/register'
import { registerGrid } from '@/lib/i18n/words/register-grid'
import type { Column } from './columns'

/** In pixels. */
export const NUMBER_WIDTH = 48
export const SIGNS_WIDTH = 152
export const widthOf = ({ width }: Column): number => 17 + 7 * width

const HEAD =
  'sticky top-0 z-20 h-[33px] border-b border-r border-edge bg-sunken px-2 py-1 text-left align-bottom text-sm font-semibold whitespace-nowrap overflow-hidden'

/** The heads of a grid; a press on one sorts by its column. The same by keyboard is in the bar above the grid. */
export function GridHead({
  columns,
  sort,
  onSort,
}: {
  columns: readonly Column[]
  sort: View['sort']
  onSort: (field: RowField) => void
}) {
  const { grid } = useWords(register)
  const said = useWords(registerGrid)
  const heads = columns.map((column, i) => {
    const { field, head, help, required } = column
    const isSorted = sort?.field === field
    return (
      <th
        key={field}
        scope="col"
        aria-sort={isSorted ? (sort.descending ? 'descending' : 'ascending') : 'none'}
        title={help}
        style={{ width: widthOf(column) }}
        className={`${HEAD} ${i === 0 ? 'left-12 z-30 max-sm:!w-36' : ''}`}
      >
        <button
          type="button"
          tabIndex={-1}
          title={said.sortBy(head)}
          onClick={() => {
            onSort(field)
          }}
          className="max-w-full cursor-pointer overflow-hidden text-ellipsis hover:text-accent"
        >
          {isSorted && <span aria-hidden="true">{sort.descending ? '▼ ' : '▲ '}</span>}
          {head}
          {required === 'row' && column.kind !== 'reason' && (
            <abbr title={said.required} className="text-danger no-underline">
              {' *'}
            </abbr>
          )}
        </button>
      </th>
    )
  })
  return (
    <thead>
      <tr aria-rowindex={1}>
        <th scope="col" className={`${HEAD} left-0 z-30 w-12 !text-right`}>
          {grid.number}
        </th>
        {heads[0]}
        <th scope="col" style={{ width: SIGNS_WIDTH }} className={HEAD}>
          {grid.state}
        </th>
        {heads.slice(1)}
      </tr>
    </thead>
  )
}
