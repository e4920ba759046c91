'use client'

import Link from 'next/link'
import { useLocale, useWords } from '@/components/ui/locale-provider'
import { Cell, FigureCell, RowHead } from '@/components/ui/table'
import { shown } from '@/lib/entry/cell'
import type { ProposedCell } from '@/lib/entry/pasted-figures'
import { formatNumber } from '@/lib/i18n/format'
import { formatFigure } from '@/lib/i18n/format-figure'
import { inLocale } from '@/lib/i18n/in-locale'
import { names } from '@/lib/i18n/words/names'
import { pasting } from '@/lib/i18n/words/pasting'
import { breakdownParts, indicator, isIndicatorCode } from '@/lib/notice/indicators'
import { ContentText } from './content-text'
import { useForm } from './entry-context'

const BASE_PARTS = ['Q1', 'Q2', 'Q3', 'Q4', 'Y'] as const

/** One pasted cell: what stood there, what it was read as, what is there now, and what was done to read it. */
export function ProposedRow({
  cell,
  slip,
  usual,
  isPart,
  register,
  isChosen,
  onChoose,
}: {
  cell: ProposedCell
  slip: string | null
  usual: string | null
  /** Several cells of one result: their names say which. */
  isPart: boolean
  register: string
  /** Null where there is nothing to choose. */
  isChosen: boolean | null
  onChoose: (isIn: boolean) => void
}) {
  const said = useWords(pasting)
  const words = useWords(names)
  const locale = useLocale()
  const cells = useForm((state) => state.cells)
  const { outcome, original, code, place, key } = cell
  const [result = '', part = ''] = code.split('/')
  const subject = isIndicatorCode(result) ? indicator(result) : null
  const whole = subject === null ? result : inLocale(locale, subject)
  const kind = breakdownParts.find((each) => each === part)
  const quarter = isPart ? BASE_PARTS[place] : undefined
  const which = kind === undefined ? (quarter === undefined ? '' : words.part[quarter]) : words.part[kind]
  const name = [whole, which].filter((each) => each !== '').join(' · ')
  const present = key === null ? undefined : cells.get(key)
  const now = present === undefined ? null : shown(present)
  return (
    <tr>
      <Cell>
        {isChosen !== null && (
          <input
            type="checkbox"
            aria-label={said.takeOf(name)}
            className="size-4"
            checked={isChosen}
            onChange={(event) => {
              onChoose(event.target.checked)
            }}
          />
        )}
      </Cell>
      <RowHead>{name}</RowHead>
      <FigureCell
        className={outcome.kind === 'narrative' ? 'hidden' : 'max-w-48 truncate text-muted'}
        title={original}
      >
        {original}
      </FigureCell>
      {outcome.kind === 'narrative' ? (
        <Cell colSpan={2}>
          <span className="line-clamp-3">{outcome.text}</span>
        </Cell>
      ) : (
        <FigureCell className={isChosen === true ? 'font-semibold' : 'text-muted'}>
          {outcome.kind !== 'figure'
            ? said.nothingRead
            : present?.kind === 'count'
              ? said.none
              : formatNumber(outcome.value)}
        </FigureCell>
      )}
      <Cell className="whitespace-nowrap text-muted">{subject === null ? '' : words.unit[subject.unit]}</Cell>
      <FigureCell className="text-muted">
        {present === undefined || now === null || now.text === '' ? (
          said.empty
        ) : (
          <span className="line-clamp-2">
            <ContentText kind={present.kind} unit={present.unit} content={present.saved.content} />
          </span>
        )}
      </FigureCell>
      <Cell className="whitespace-nowrap text-muted">{said.by[cell.by]}</Cell>
      <Cell className="text-sm">
        <Remarks cell={cell} register={register} isReplaced={isReplaced(cell, now?.text ?? '')} />
        {slip !== null && usual !== null && (
          <p className="text-danger">{said.slip(formatFigure(usual), said.times(slip))}</p>
        )}
      </Cell>
    </tr>
  )
}

const isReplaced = ({ outcome }: ProposedCell, now: string): boolean =>
  now !== '' &&
  ((outcome.kind === 'figure' && outcome.value !== now) ||
    (outcome.kind === 'narrative' && outcome.text !== now))

/** What was done to read a cell, or why nothing of it is filled in. */
function Remarks({
  cell: { outcome, code },
  register,
  isReplaced: replaced,
}: {
  cell: ProposedCell
  register: string
  isReplaced: boolean
}) {
  const said = useWords(pasting)
  const units = useWords(names).unit
  const unit = isIndicatorCode(code) ? units[indicator(code).unit] : ''
  if (outcome.kind === 'refused') return <p className="text-danger">{said.refused[outcome.code]}</p>
  if (outcome.kind === 'register') {
    return (
      <p>
        {said.outcome.register} <Link href={register}>{said.toRegister}</Link>
      </p>
    )
  }
  if (outcome.kind === 'none' || outcome.kind === 'closed' || outcome.kind === 'twice') {
    return <p>{said.outcome[outcome.kind]}</p>
  }
  const did = outcome.kind === 'figure' ? outcome.did : []
  return (
    <>
      {did.map((one) => (
        <p key={one.code} className={one.code === 'exponent' ? 'text-danger' : 'text-muted'}>
          {one.code === 'scaled'
            ? said.did.scaled(one.unit, unit)
            : one.code === 'sameUnit'
              ? said.did.sameUnit(one.unit)
              : said.did[one.code]}
        </p>
      ))}
      {replaced && <p className="text-behind-pace">{said.replaces}</p>}
    </>
  )
}
