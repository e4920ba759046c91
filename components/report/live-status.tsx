'use client'

import { useEffect, useState } from 'react'
import { StatusBadge, type ReportStatus } from '@/components/ui/badge'
import { useWords } from '@/components/ui/locale-provider'
import type { KeptScope } from '@/lib/entry/kept'
import { names } from '@/lib/i18n/words/names'
import { openForm } from './forms'

/** The state of a report beside its form: with the first save an untouched one has been begun, without loading it anew. */
export function LiveStatus({ scope, status }: { scope: KeptScope; status: ReportStatus }) {
  const words = useWords(names).status
  const { account, city, period } = scope
  const [hasBegun, setBegun] = useState(false)
  useEffect(() => {
    const form = openForm({ account, city, period })
    return form?.subscribe(() => {
      setBegun(form.state().savedAt !== null)
    })
  }, [account, city, period])
  const now = status === 'open' && hasBegun ? 'draft' : status
  return <StatusBadge status={now} label={words[now]} />
}
