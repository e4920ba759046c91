'use client'

import { useState, type ReactNode } from 'react'
import { EvidenceMark } from '@/components/evidence/evidence-mark'
import { EvidencePanel } from '@/components/evidence/evidence-panel'
import { useLocale, useWords } from '@/components/ui/locale-provider'
import { Cell, FigureHead, RowHead, Table } from '@/components/ui/table'
import { formatFigure } from '@/lib/i18n/format-figure'
import { inLocale } from '@/lib/i18n/in-locale'
import { entry } from '@/lib/i18n/words/entry'
import { names } from '@/lib/i18n/words/names'
import { baseSum } from '@/lib/entry/base-year'
import { known } from '@/lib/entry/cell'
import { cellKey } from '@/lib/entry/cell-id'
import { indicator } from '@/lib/notice/indicators'
import type { FormCell, FormRow } from '@/lib/reporting/form-rows'
import { BaseCell } from './base-cell'
import { useLater } from './entry-context'
import { SourceFields } from './source-fields'

/** The base year: every growth result by quarter and as a year, side by side. */
export function BaseForm({
  rows,
  abouts,
  talks,
  year,
}: {
  rows: readonly FormRow[]
  abouts: Readonly<Record<string, ReactNode>>
  /** What was asked and answered beside each result; those without are not named. */
  talks: Readonly<Record<string, ReactNode>>
  year: string
}) {
  const said = useWords(entry)
  const parts = useWords(names).part
  return (
    <>
      {rows.some(({ isEditable }) => isEditable) && <p className="mb-2 text-muted">{said.base.hint}</p>}
      <Table label={said.base.caption(year)} boxClassName="max-h-none!" className="min-w-[64rem]">
        <thead>
          <tr>
            <th scope="col" className="border-b border-edge bg-sunken px-2 py-1 text-left text-sm">
              {said.column.name}
            </th>
            {(['Q1', 'Q2', 'Q3', 'Q4', 'Y'] as const).map((part) => (
              <FigureHead key={part}>{parts[part]}</FigureHead>
            ))}
            <FigureHead>{said.base.sum}</FigureHead>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <BaseRow
              key={row.indicator}
              row={row}
              about={abouts[row.indicator]}
              talk={talks[row.indicator]}
            />
          ))}
        </tbody>
      </Table>
    </>
  )
}

function BaseRow({ row, about, talk }: { row: FormRow; about: ReactNode; talk: ReactNode }) {
  const locale = useLocale()
  const said = useWords(entry)
  const units = useWords(names).unit
  const [isOpen, setOpen] = useState(false)
  const subject = indicator(row.indicator)
  const name = inLocale(locale, subject)
  const aboutId = `about-${row.indicator}`
  const place = { indicator: row.indicator, kind: 'figure', target: '' } as const
  return (
    <>
      <tr className={row.returned === null ? '' : 'bg-behind-pace-wash'}>
        <RowHead className="min-w-48">
          <span className="block font-semibold">{name}</span>
          <span className="text-sm text-muted">{units[subject.unit]}</span>{' '}
          <button
            type="button"
            aria-expanded={isOpen}
            aria-controls={aboutId}
            aria-label={said.aboutOf(name)}
            onClick={() => {
              setOpen(!isOpen)
            }}
            className="min-h-6 cursor-pointer text-sm text-accent underline underline-offset-4 print:hidden"
          >
            {said.about}
          </button>{' '}
          <EvidenceMark
            place={place}
            name={name}
            panel={{
              isOpen,
              id: aboutId,
              toggle: () => {
                setOpen(!isOpen)
              },
            }}
          />
          {row.returned !== null && (
            <span className="block text-sm" id={`returned-${row.indicator}`}>
              <span className="font-semibold text-behind-pace">{said.returned}</span> {row.returned}
            </span>
          )}
        </RowHead>
        {row.cells.map((cell) => (
          <BaseCell key={cell.part} row={row} saved={cell} name={name} />
        ))}
        <Cell className="text-right">
          <Sum row={row} />
        </Cell>
      </tr>
      {talk !== undefined && (
        <tr>
          <td colSpan={7} className="border-b border-line px-2 py-1">
            {talk}
          </td>
        </tr>
      )}
      <tr hidden={!isOpen}>
        <td id={aboutId} colSpan={7} className="border-b border-line p-3">
          {isOpen && <SourceFields cellKey={cellKey(row.indicator, 'Y')} name={name} />}
          {about}
          <EvidencePanel
            id={`${aboutId}-evidence`}
            {...{ place, name, isOpen }}
            isEditable={row.isEditable}
          />
        </td>
      </tr>
    </>
  )
}

function Sum({ row }: { row: FormRow }) {
  const said = useWords(entry).base
  const cells = useLater((state) => state.cells)
  const valueOf = (saved: FormCell): string | null => {
    const cell = cells.get(cellKey(row.indicator, saved.part))
    const content = cell === undefined ? saved.content : known(cell)
    return content?.state === 'figure' ? content.value : null
  }
  const quarters = row.cells.filter(({ part }) => part !== 'Y').map(valueOf)
  const year = row.cells.find(({ part }) => part === 'Y')
  const { sum, difference } = baseSum(quarters, year === undefined ? null : valueOf(year))
  if (sum === null) return null
  return (
    <>
      {formatFigure(sum)}
      {difference !== null && (
        <span className={`block text-sm ${difference === '0' ? 'text-met' : 'text-danger'}`}>
          {difference === '0' ? said.agrees : said.differs(formatFigure(difference, { signed: true }))}
        </span>
      )}
    </>
  )
}
