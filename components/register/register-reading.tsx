'use client'

import { EmptyState } from '@/components/ui/empty-state'
import { useLocale, useWords } from '@/components/ui/locale-provider'
import { columnHead } from '@/lib/i18n/register-text'
import { register as registerWords } from '@/lib/i18n/words/register'
import type { RegisterIndicator } from '@/lib/notice/indicator-types'
import type { RegisterGoal } from '@/lib/registers/read-register'
import { EarlierList } from './earlier-list'
import { useRegister } from './register-context'
import { RegisterFigures } from './register-figures'
import { RegisterSheet } from './register-sheet'
import { RowsToCome } from './rows-to-come'

/** A register that nobody may fill in now: its number, its rows, what was counted before. */
export function RegisterReading({
  label,
  indicator,
  floor,
  target,
  address,
  back,
}: {
  label: string
  indicator: RegisterIndicator
  /** Null where nothing is counted. */
  floor: RegisterGoal | null
  target: RegisterGoal | null
  /** The address of the register. */
  address: string
  /** What keeps an address at the moment looked back to; nothing for now. */
  back: string
}) {
  const locale = useLocale()
  const { empty } = useWords(registerWords)
  const { packed, told, standing, isWhole, earlier, before } = useRegister()
  return (
    <>
      <RegisterFigures standing={told.standing} unit={indicator.unit} floor={floor} target={target} />
      {standing === 0 ? (
        <EmptyState title={empty.title} next={empty.nextClosed} />
      ) : (
        <RegisterSheet
          label={label}
          code={indicator.code}
          rows={packed}
          standings={told.standing.rows}
          address={address}
          back={back}
          toCome={isWhole ? null : <RowsToCome />}
        />
      )}
      <EarlierList
        earlier={earlier}
        all={before}
        nameHead={columnHead(locale, indicator.code, 'name')}
        filter=""
      />
    </>
  )
}
