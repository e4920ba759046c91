'use client'

import { useEffect, useRef, useState, type ReactNode } from 'react'
import { moveFocus } from '@/components/ui/arrival'
import { Banner } from '@/components/ui/banner'
import { Button, LinkButton } from '@/components/ui/button'
import { useWords } from '@/components/ui/locale-provider'
import { Panel } from '@/components/ui/panel'
import { Cell, ColumnHead, FigureCell, FigureHead, Table } from '@/components/ui/table'
import { Autosave } from '@/lib/entry/autosave'
import { practicePort } from '@/lib/entry/practice-port'
import { PRACTICE_STEPS, stepsDone } from '@/lib/entry/practice-steps'
import { practice } from '@/lib/i18n/words/practice'
import { entryCells } from './entry-cells'
import { EntryProvider, useAutosave } from './entry-context'
import { useFormKeys } from './form-keys'
import { PasteResult, PastedBlocks } from './pasted-blocks'
import { PRACTICE_QUARTER, practiceRows, practiceSheet } from './practice-rows'
import { QuarterForm } from './quarter-form'

const later = (milliseconds: number, task: () => void): (() => void) => {
  const timer = setTimeout(task, milliseconds)
  return () => {
    clearTimeout(timer)
  }
}

function newForm(): Autosave {
  const cells = entryCells(practiceRows)
  return new Autosave(cells, { asked: cells.length, answered: 0, version: 1 }, practicePort(cells, later))
}

/** An exercise on figures of no city: a form that works like the real one, and sends and keeps nothing. */
export function PracticeForm({
  abouts,
  back,
}: {
  /** By result, made on the server. */
  abouts: Readonly<Record<string, ReactNode>>
  /** Where one goes on afterwards. */
  back: string
}) {
  const [round, setRound] = useState(0)
  return (
    <Round
      key={round}
      abouts={abouts}
      back={back}
      onAgain={() => {
        setRound(round + 1)
      }}
    />
  )
}

function Round({
  abouts,
  back,
  onAgain,
}: {
  abouts: Readonly<Record<string, ReactNode>>
  back: string
  onAgain: () => void
}) {
  const [form] = useState(newForm)
  const box = useRef<HTMLDivElement>(null)
  const onKeyDown = useFormKeys(form, 1)
  useEffect(() => {
    form.start()
    moveFocus(box.current?.querySelector<HTMLElement>('input[data-spot]'))
    return () => {
      form.stop()
    }
  }, [form])
  return (
    <EntryProvider form={form}>
      <Tasks back={back} onAgain={onAgain} />
      <PastedBlocks rows={practiceRows} period={PRACTICE_QUARTER} registers="/practice">
        <div ref={box} onKeyDown={onKeyDown}>
          <QuarterForm
            talks={{}}
            rows={practiceRows}
            abouts={abouts}
            registers="/practice"
            isLimited={false}
          />
        </div>
        <p role="status" className="mt-2 min-h-6 text-muted">
          <PasteResult />
        </p>
      </PastedBlocks>
      <Sheet />
    </EntryProvider>
  )
}

/** What is to be done, how far one is, and how long it took. */
function Tasks({ back, onAgain }: { back: string; onAgain: () => void }) {
  const said = useWords(practice)
  const form = useAutosave()
  const [done, setDone] = useState(0)
  const [seconds, setSeconds] = useState(0)
  const isOver = done === PRACTICE_STEPS.length
  useEffect(() => {
    const look = () => {
      setDone((before) => stepsDone(before, form.state().cells))
    }
    look()
    return form.subscribe(look)
  }, [form])
  useEffect(() => {
    if (isOver) return undefined
    const ticking = setInterval(() => {
      setSeconds((before) => before + 1)
    }, 1000)
    return () => {
      clearInterval(ticking)
    }
  }, [isOver])
  const time = said.time(String(Math.floor(seconds / 60)), String(seconds % 60).padStart(2, '0'))
  return (
    <Panel
      title={said.tasks}
      aside={
        <span role="timer" aria-label={said.clock} className="figure text-lg">
          {time}
        </span>
      }
    >
      <ol aria-label={said.tasks}>
        {PRACTICE_STEPS.map((step, i) => (
          <li
            key={step}
            data-done={i < done ? '' : undefined}
            aria-current={i === done ? 'step' : undefined}
            className={`py-0.5 ${i === done ? 'font-semibold' : 'text-muted'}`}
          >
            <span aria-hidden="true" className={`inline-block w-6 ${i < done ? 'text-met' : ''}`}>
              {i < done ? '✓' : i + 1}
            </span>
            {said.step[step]}
            {i < done && <span className="sr-only"> {said.stepDone}</span>}
          </li>
        ))}
      </ol>
      {isOver && (
        <Banner tone="done" title={said.over(time)} live className="mt-2 mb-0">
          <div className="mt-1 flex flex-wrap gap-2">
            <LinkButton href={back} variant="primary">
              {said.back}
            </LinkButton>
            <Button onClick={onAgain}>{said.again}</Button>
          </div>
        </Banner>
      )}
    </Panel>
  )
}

/** A block of cells as a spreadsheet would have it, to be copied. */
function Sheet() {
  const said = useWords(practice)
  const [isCopied, setCopied] = useState<boolean | null>(null)
  const copy = () => {
    void navigator.clipboard.writeText(practiceSheet.map((cells) => cells.join('\t')).join('\n')).then(
      () => {
        setCopied(true)
      },
      () => {
        setCopied(false)
      },
    )
  }
  return (
    <Panel title={said.sheet} lead={said.sheetLead} className="mt-4">
      <Table label={said.sheet} className="w-auto!">
        <thead>
          <tr>
            {practiceSheet[0]?.map((cell, j) =>
              j === 3 ? (
                <FigureHead key={cell}>{cell}</FigureHead>
              ) : (
                <ColumnHead key={cell}>{cell}</ColumnHead>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {practiceSheet.slice(1).map(([code, name, unit, figure]) => (
            <tr key={code}>
              <Cell>{code}</Cell>
              <Cell>{name}</Cell>
              <Cell>{unit}</Cell>
              <FigureCell>{figure}</FigureCell>
            </tr>
          ))}
        </tbody>
      </Table>
      <div className="mt-2 flex flex-wrap items-center gap-2">
        <Button onClick={copy}>{said.copy}</Button>
        <span role="status">{isCopied === null ? '' : isCopied ? said.copied : said.notCopied}</span>
      </div>
    </Panel>
  )
}
