'use client'

import type { ComponentProps } from 'react'
import { RegisterSheet } from '@/components/register/register-sheet'
import { RowDeeds, type RowRights } from './row-deeds'

/** A register of many rows on the desk: looked through like a spreadsheet; the row where the person is can be returned or asked about. */
export function LargeRegister({
  rights,
  ...sheet
}: Omit<ComponentProps<typeof RegisterSheet>, 'beside' | 'address'> & { rights: RowRights }) {
  return (
    <RegisterSheet
      {...sheet}
      beside={(id, name) => <RowDeeds {...{ id, name, rights }} code={sheet.code} />}
    />
  )
}
