'use client'

import { Fragment, useState } from 'react'
import { FieldError, NumberInput } from '@/components/ui/field'
import { useLocale, useWords } from '@/components/ui/locale-provider'
import { Cell, ColumnHead, FigureCell, FigureHead, RowHead, Table } from '@/components/ui/table'
import { VerdictIcon } from '@/components/verdict/verdict-icon'
import { formatNumber, formatPercent, NO_FIGURE } from '@/lib/i18n/format'
import { formatPeriod } from '@/lib/i18n/format-time'
import { figureRefusalSentence } from '@/lib/i18n/refusal-sentence'
import { explanation } from '@/lib/i18n/words/explanation'
import { names } from '@/lib/i18n/words/names'
import { simulation } from '@/lib/i18n/words/simulation'
import { verdict as verdictWords } from '@/lib/i18n/words/verdict'
import { indicators, isNumeric, type Indicator, type IndicatorCode } from '@/lib/notice'
import type { Explanation, Verdict } from '@/lib/rules'
import { LazyGrounds } from './lazy-grounds'
import { acceptedFigure, type Inputs, type Start, type Supposed } from './suppose'

type Side = 'now' | 'then'
type Setter = (part: 'figures' | 'marks' | 'weights', code: IndicatorCode, text: string) => void

/** Nineteen rows: what is accepted, what is supposed, what follows. */
export function FiguresTable({
  start,
  inputs,
  supposed,
  set,
}: {
  start: Start
  inputs: Inputs
  supposed: Supposed
  set: Setter
}) {
  const said = useWords(simulation)
  const locale = useLocale()
  const { columns } = said
  const { asIs, supposed: then } = supposed.simulation
  const [opened, setOpened] = useState<{ readonly code: IndicatorCode; readonly side: Side } | null>(null)
  return (
    <>
      <Table label={said.figuresTitle} stickyColumn boxClassName="md:max-h-[calc(100vh-13rem)]">
        <thead>
          <tr>
            <ColumnHead>{columns.result}</ColumnHead>
            <ColumnHead>{columns.now}</ColumnHead>
            <FigureHead>{columns.toDate}</FigureHead>
            <FigureHead>{columns.figure(formatPeriod(locale, start.asOf))}</FigureHead>
            <ColumnHead>{columns.then}</ColumnHead>
            <FigureHead>{columns.weight}</FigureHead>
            <FigureHead>{columns.share}</FigureHead>
            <FigureHead>{columns.points}</FigureHead>
          </tr>
        </thead>
        <tbody>
          {indicators.map((subject, i) => {
            const line = then.score.lines[i]
            const now = asIs.verdicts[i]
            const after = then.verdicts[i]
            const grounds = `grounds-${subject.code}`
            const word = (side: Side, verdict: Verdict) => (
              <Word
                verdict={verdict}
                label={columns[side]}
                grounds={grounds}
                isOpen={opened?.code === subject.code && opened.side === side}
                turn={() => {
                  const isOpen = opened?.code === subject.code && opened.side === side
                  setOpened(isOpen ? null : { code: subject.code, side })
                }}
              />
            )
            return (
              <Fragment key={subject.code}>
                <tr>
                  <RowHead className="min-w-40">
                    {locale === 'en' ? subject.en : subject.zh}
                    <Unit subject={subject} />
                  </RowHead>
                  <Cell>{now && word('now', now)}</Cell>
                  <FigureCell>{after && <ToDate verdict={after} />}</FigureCell>
                  <Cell className="w-44 min-w-36">
                    <Box subject={subject} start={start} inputs={inputs} supposed={supposed} set={set} />
                  </Cell>
                  <Cell className={now?.code === after?.code ? '' : 'bg-demo-wash font-semibold'}>
                    {after && word('then', after)}
                  </Cell>
                  <Cell className="w-20 min-w-20">
                    <NumberInput
                      aria-label={said.weightOf(locale === 'en' ? subject.en : subject.zh)}
                      aria-invalid={supposed.wrongWeights.includes(subject.code) || undefined}
                      value={inputs.weights[subject.code] ?? start.scheme.weights[subject.code]}
                      onChange={(event) => {
                        set('weights', subject.code, event.target.value)
                      }}
                    />
                    {supposed.wrongWeights.includes(subject.code) && (
                      <FieldError id={`weight-${subject.code}`}>{said.weightWrong}</FieldError>
                    )}
                  </Cell>
                  <FigureCell>{line?.share == null ? NO_FIGURE : formatPercent(line.share)}</FigureCell>
                  <FigureCell>
                    {line?.points == null ? NO_FIGURE : formatNumber(line.points, { places: 2 })}
                  </FigureCell>
                </tr>
                {opened?.code === subject.code && (
                  <tr>
                    <Cell colSpan={8} id={grounds} className="bg-wash">
                      <p className="mb-2 font-semibold text-demo">
                        {opened.side === 'then' ? said.groundsThen : said.groundsNow}
                      </p>
                      <Explained explanation={(opened.side === 'then' ? then : asIs).explanations[i]} />
                    </Cell>
                  </tr>
                )}
              </Fragment>
            )
          })}
        </tbody>
      </Table>
      {supposed.weightsTotal !== null && (
        <div role="alert" className="mt-2">
          <FieldError id="weights-total">{said.weightsWrong(formatNumber(supposed.weightsTotal))}</FieldError>
        </div>
      )}
    </>
  )
}

function Unit({ subject }: { subject: Indicator }) {
  const { unit } = useWords(names)
  return subject.unit === '' ? null : <span className="ml-1 text-sm text-muted">{unit[subject.unit]}</span>
}

/** A verdict; pressed, it shows its grounds beneath the row, or puts them away. */
function Word({
  verdict,
  label,
  grounds,
  isOpen,
  turn,
}: {
  verdict: Verdict
  label: string
  grounds: string
  isOpen: boolean
  turn: () => void
}) {
  const { word } = useWords(verdictWords)
  const { open } = useWords(explanation)
  return (
    <button
      type="button"
      title={open}
      aria-label={`${label} ${word[verdict.code]} ${open}`}
      aria-expanded={isOpen}
      aria-controls={isOpen ? grounds : undefined}
      onClick={turn}
      className="inline-flex min-h-6 cursor-pointer items-center gap-1 whitespace-nowrap underline decoration-dotted underline-offset-4"
    >
      <VerdictIcon code={verdict.code} />
      {word[verdict.code]}
    </button>
  )
}

function Explained({ explanation: given }: { explanation: Explanation | undefined }) {
  const { groundsWaiting } = useWords(simulation)
  const locale = useLocale()
  return given === undefined ? null : (
    <LazyGrounds explanation={given} waiting={groundsWaiting} locale={locale} />
  )
}

function ToDate({ verdict: { actual, required } }: { verdict: Verdict }) {
  const shown = (value: string | null) => (value === null ? NO_FIGURE : formatNumber(value))
  return actual === null && required === null ? NO_FIGURE : `${shown(actual)} / ${shown(required)}`
}

/** The figure of a numeric result, the mark of one that people judge. */
function Box({
  subject,
  start,
  inputs,
  supposed,
  set,
}: {
  subject: Indicator
  start: Start
  inputs: Inputs
  supposed: Supposed
  set: Setter
}) {
  const said = useWords(simulation)
  const locale = useLocale()
  const name = locale === 'en' ? subject.en : subject.zh
  const id = `suppose-${subject.code}`
  if (!isNumeric(subject)) {
    const isWrong = supposed.wrongMarks.includes(subject.code)
    return (
      <>
        <NumberInput
          aria-label={said.markOf(name)}
          placeholder={said.markHint}
          aria-invalid={isWrong || undefined}
          aria-describedby={isWrong ? id : undefined}
          value={inputs.marks[subject.code] ?? ''}
          onChange={(event) => {
            set('marks', subject.code, event.target.value)
          }}
        />
        {isWrong && <FieldError id={id}>{said.markWrong}</FieldError>}
      </>
    )
  }
  const wrong = supposed.wrongFigures[subject.code]
  return (
    <>
      <NumberInput
        aria-label={said.figureOf(name, formatPeriod(locale, start.asOf))}
        aria-invalid={wrong !== undefined || undefined}
        aria-describedby={wrong === undefined ? undefined : id}
        value={inputs.figures[subject.code] ?? acceptedFigure(start, subject.code)}
        onChange={(event) => {
          set('figures', subject.code, event.target.value)
        }}
      />
      {wrong !== undefined && <FieldError id={id}>{figureRefusalSentence(locale, wrong)}</FieldError>}
    </>
  )
}
