'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { DropZone } from '@/components/evidence/drop-zone'
import { useLeaveGuard, useUploadItems } from '@/components/evidence/evidence-context'
import { ExistingFiles } from '@/components/evidence/existing-files'
import { UploadList } from '@/components/evidence/upload-list'
import { uploadPort } from '@/components/evidence/upload-port'
import { Field, Select } from '@/components/ui/field'
import { useWords } from '@/components/ui/locale-provider'
import { RefusalNotice } from '@/components/ui/refusal-notice'
import type { Told } from '@/lib/entry/upload-item'
import { Uploads } from '@/lib/entry/uploads'
import type { AnyRefusal } from '@/lib/i18n/refusal-sentence'
import { plan } from '@/lib/i18n/words/plan'
import type { FormAction } from '@/lib/web/form-state'

/** Puts files behind the progress of a task in a quarter: new ones, or some that the city has already. */
export function PlanFiles({
  action,
  city,
  code,
  quarters,
  taken,
}: {
  action: FormAction
  city: string
  code: string
  quarters: readonly { readonly value: string; readonly label: string }[]
  taken: readonly string[]
}) {
  const said = useWords(plan).task
  const router = useRouter()
  const [quarter, setQuarter] = useState(quarters[0]?.value ?? '')
  const [refusal, setRefusal] = useState<AnyRefusal | null>(null)
  const attach = async (of: string, file: string): Promise<Told<object>> => {
    const form = new FormData()
    for (const [name, value] of Object.entries({ city, code, quarter: of, file })) form.set(name, value)
    const state = await action({ refusal: null, values: {} }, form)
    if (state.refusal !== null) {
      const { code: why, detail } = state.refusal
      if (why === 'notFound' || why === 'notAllowed') return { kind: 'lost' }
      return why === 'signInFirst'
        ? { kind: 'refused', refusal: { code: why, detail } }
        : { kind: 'refused', refusal: { code: why, detail } }
    }
    router.refresh()
    return { kind: 'done', value: {} }
  }
  // The quarter chosen when the file was dropped goes with it.
  const [uploads] = useState(
    () => new Uploads(uploadPort(city), ({ purpose }, file) => attach(purpose, file)),
  )
  useLeaveGuard(uploads)
  const items = useUploadItems(uploads)
  return (
    <>
      <RefusalNotice refusal={refusal} />
      <Field id="files-quarter" label={said.quarter} className="max-w-xs">
        {(control) => (
          <Select
            {...control}
            value={quarter}
            onChange={(event) => {
              setQuarter(event.currentTarget.value)
            }}
          >
            {quarters.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <DropZone
        label={said.attach}
        add={(files) => {
          uploads.add(files, quarter)
        }}
      />
      <UploadList items={items} uploads={uploads} />
      <ExistingFiles
        city={city}
        taken={taken}
        attach={async (file) => {
          const told = await attach(quarter, file)
          setRefusal(told.kind === 'refused' ? told.refusal : null)
        }}
      />
    </>
  )
}
