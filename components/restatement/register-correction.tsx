'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/disclosure'
import { Select, TextInput } from '@/components/ui/field'
import { useLocale, useWords } from '@/components/ui/locale-provider'
import { Cell, ColumnHead, RowHead, Table } from '@/components/ui/table'
import { inLocale } from '@/lib/i18n/in-locale'
import { choiceText, spokenColumns } from '@/lib/i18n/register-text'
import { restating } from '@/lib/i18n/words/restating'
import { indicator as indicatorOf, indicatorCodes } from '@/lib/notice/indicators'
import type { RegisterCode } from '@/lib/notice'
import type { ReportContent } from '@/lib/store/versions'

const MOST_ADDED = 20

/** The accepted rows of one register, to be ticked out, and lines for rows that were left out. */
export function RegisterCorrection({
  indicator,
  rows,
}: {
  indicator: RegisterCode
  rows: ReportContent['rows']
}) {
  const said = useWords(restating).form
  const locale = useLocale()
  const [lines, setLines] = useState(0)
  const name = inLocale(locale, indicatorOf(indicator))
  return (
    <Disclosure summary={said.registerOf(name, String(rows.length))} className="mb-1">
      {rows.length === 0 ? (
        <p className="text-muted">{said.noRows}</p>
      ) : (
        <Table label={name} boxClassName="max-h-96">
          <thead>
            <tr>
              <ColumnHead>{said.withdraw}</ColumnHead>
              <ColumnHead>{said.rowName}</ColumnHead>
              <ColumnHead>{said.creditCode}</ColumnHead>
              <ColumnHead>{said.countedOn}</ColumnHead>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <Cell>
                  <input
                    type="checkbox"
                    name="withdrawn"
                    value={row.id}
                    aria-label={said.withdrawRow(row.name)}
                    className="size-5"
                  />
                </Cell>
                <RowHead>{row.name}</RowHead>
                <Cell className="font-mono text-sm">{row.creditCode ?? row.noCodeReason}</Cell>
                <Cell className="whitespace-nowrap">{row.countedOn}</Cell>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      {Array.from({ length: lines }, (_, line) => (
        <AddedRow key={line} indicator={indicator} line={line} />
      ))}
      {lines < MOST_ADDED && (
        <Button
          className="mt-2"
          aria-label={said.addTo(name)}
          onClick={() => {
            setLines(lines + 1)
          }}
        >
          {said.addRow}
        </Button>
      )}
    </Disclosure>
  )
}

function AddedRow({ indicator, line }: { indicator: RegisterCode; line: number }) {
  const said = useWords(restating).form
  const locale = useLocale()
  // Of each register up to twenty, told apart by their names.
  const number = indicatorCodes.indexOf(indicator) * MOST_ADDED + line
  const field = (name: string) => `added.${number}.${name}`
  return (
    <fieldset className="mt-2 border border-line p-2">
      <legend className="px-1 text-sm">{said.added(String(line + 1))}</legend>
      <input type="hidden" name={field('indicator')} value={indicator} />
      <div className="grid gap-2 sm:grid-cols-2 xl:grid-cols-4">
        {spokenColumns(locale, indicator).map((column) => (
          <label key={column.field} className="text-sm">
            {column.head}
            {column.kind === 'choice' ? (
              <Select name={field(column.field)} defaultValue="">
                <option value="" />
                {column.choices.map((choice) => (
                  <option key={choice} value={choice}>
                    {choiceText(locale, choice)}
                  </option>
                ))}
              </Select>
            ) : (
              <TextInput name={field(column.field)} autoComplete="off" />
            )}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
