'use client'

import { FieldError, NumberInput } from '@/components/ui/field'
import { useWords } from '@/components/ui/locale-provider'
import { Panel } from '@/components/ui/panel'
import { Cell, FigureHead, Table } from '@/components/ui/table'
import { simulation } from '@/lib/i18n/words/simulation'
import type { BandRefusal, BandTable } from '@/lib/rules'
import type { Inputs } from './suppose'

/** Four supposed bands of the remainder. */
export function BandsPanel({
  bands,
  wrong,
  inForce,
  set,
}: {
  bands: Inputs['bands']
  wrong: BandRefusal | null
  inForce: BandTable | null
  set: (change: (bands: Inputs['bands']) => Inputs['bands']) => void
}) {
  const said = useWords(simulation)
  const change = (row: number, part: 'from' | 'amount', text: string) => {
    set((before) => before.map((band, i) => (i === row ? { ...band, [part]: text } : band)))
  }
  return (
    <Panel
      title={said.bandsTitle}
      lead={inForce === null ? said.bandsLead : said.bandsByDocument(inForce.documentNumber)}
      className="max-w-2xl"
    >
      <Table label={said.bandsTitle}>
        <thead>
          <tr>
            <FigureHead>{said.score}</FigureHead>
            <FigureHead unit={said.unit}>{said.second}</FigureHead>
          </tr>
        </thead>
        <tbody>
          {bands.map((band, i) => (
            <tr key={i}>
              {(['from', 'amount'] as const).map((part) => (
                <Cell key={part}>
                  <NumberInput
                    aria-label={(part === 'from' ? said.bandFrom : said.bandAmount)(String(i + 1))}
                    aria-invalid={wrong !== null || undefined}
                    aria-describedby={wrong === null ? undefined : 'bands-wrong'}
                    value={band[part]}
                    onChange={(event) => {
                      change(i, part, event.target.value)
                    }}
                  />
                </Cell>
              ))}
            </tr>
          ))}
        </tbody>
      </Table>
      {wrong !== null && (
        <div role="alert" className="mt-1">
          <FieldError id="bands-wrong">
            {'band' in wrong
              ? said.bandNo(String(wrong.band), said.bandsWrong[wrong.code])
              : said.bandsWrong[wrong.code]}
          </FieldError>
        </div>
      )}
    </Panel>
  )
}
