'use client'

import { useMemo, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Field, Select } from '@/components/ui/field'
import { useWords } from '@/components/ui/locale-provider'
import { Panel } from '@/components/ui/panel'
import { simulation } from '@/lib/i18n/words/simulation'
import type { IndicatorCode } from '@/lib/notice'
import { BandsPanel } from './bands-panel'
import { FiguresTable } from './figures-table'
import { LiftPanel } from './lift-panel'
import { OutcomePanel } from './outcome-panel'
import { emptyInputs, suppose, type Inputs, type Start } from './suppose'

/** The whole simulation: boxes, and what follows from them, on this page alone. */
export function Simulator({ start }: { start: Start }) {
  const said = useWords(simulation)
  const [inputs, setInputs] = useState<Inputs>(() => emptyInputs(start))
  const supposed = useMemo(() => suppose(start, inputs), [start, inputs])
  const set = (part: 'figures' | 'marks' | 'weights', code: IndicatorCode, text: string) => {
    setInputs((before) => ({ ...before, [part]: { ...before[part], [code]: text } }))
  }
  const { documentNumber } = start.scheme
  return (
    <>
      <OutcomePanel simulation={supposed.simulation} scheme={start.scheme} />
      <Panel
        title={said.figuresTitle}
        lead={documentNumber === null ? said.schemeDemonstration : said.schemeByDocument(documentNumber)}
        aside={
          <Button
            onClick={() => {
              setInputs(emptyInputs(start))
            }}
          >
            {said.reset}
          </Button>
        }
      >
        <Field id="method" label={said.method} className="max-w-72">
          {(control) => (
            <Select
              {...control}
              value={inputs.method}
              onChange={(event) => {
                const method = event.target.value === 'allOrNothing' ? 'allOrNothing' : 'proportional'
                setInputs((before) => ({ ...before, method }))
              }}
            >
              <option value="proportional">{said.methods.proportional}</option>
              <option value="allOrNothing">{said.methods.allOrNothing}</option>
            </Select>
          )}
        </Field>
        <FiguresTable start={start} inputs={inputs} supposed={supposed} set={set} />
      </Panel>
      <div className="grid items-start gap-x-4 lg:grid-cols-2">
        <LiftPanel
          simulation={supposed.simulation}
          trySupposing={(code, addition) => {
            set('figures', code, addition)
          }}
          start={start}
          inputs={inputs}
        />
        <BandsPanel
          bands={inputs.bands}
          wrong={supposed.wrongBands}
          inForce={start.bands}
          set={(change) => {
            setInputs((before) => ({ ...before, bands: change(before.bands) }))
          }}
        />
      </div>
    </>
  )
}
