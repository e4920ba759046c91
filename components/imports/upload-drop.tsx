'use client'

import { useRouter } from 'next/navigation'
import { useId, useState } from 'react'
import { Banner } from '@/components/ui/banner'
import { HeardInput } from '@/components/ui/heard-controls'
import { useWords } from '@/components/ui/locale-provider'
import { RefusalNotice } from '@/components/ui/refusal-notice'
import type { AnyRefusal } from '@/lib/i18n/refusal-sentence'
import { formatBytes } from '@/lib/i18n/format-bytes'
import { importing } from '@/lib/i18n/words/importing'

type State =
  | { readonly kind: 'idle' }
  | { readonly kind: 'reading'; readonly name: string }
  | { readonly kind: 'refused'; readonly refusal: AnyRefusal }
  | { readonly kind: 'failed' }

/** Where a file is dropped or chosen. What it would make of the report is shown on the page that follows. */
export function UploadDrop({
  url,
  here,
  largest,
  lead,
}: {
  url: string
  here: string
  /** In bytes. */
  largest: number
  lead?: string
}) {
  const said = useWords(importing)
  const router = useRouter()
  const id = useId()
  const [state, setState] = useState<State>({ kind: 'idle' })
  const [isOver, setOver] = useState(false)
  const upload = async (file: File): Promise<void> => {
    if (file.size > largest) {
      const detail = { got: String(file.size), limit: String(largest) }
      setState({ kind: 'refused', refusal: { code: 'importTooLarge', detail } })
      return
    }
    setState({ kind: 'reading', name: file.name })
    const outcome = await send(url, file)
    if (typeof outcome !== 'string') {
      setState(outcome)
      return
    }
    setState({ kind: 'idle' })
    router.push(`${here}?proposal=${outcome}`)
    router.refresh()
  }
  const take = (files: FileList | null): void => {
    const file = files?.item(0)
    if (file != null && state.kind !== 'reading') void upload(file)
  }
  return (
    <>
      {state.kind === 'refused' && <RefusalNotice refusal={state.refusal} title={said.nothingRead} />}
      {state.kind === 'failed' && (
        <Banner tone="danger" live title={said.nothingRead}>
          {said.drop.failed}
        </Banner>
      )}
      <div
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => {
          setOver(false)
        }}
        onDrop={(event) => {
          event.preventDefault()
          setOver(false)
          take(event.dataTransfer.files)
        }}
        className={`rounded border border-dashed p-4 ${isOver ? 'border-accent bg-accent-wash' : 'border-edge bg-wash'}`}
      >
        <HeardInput
          id={id}
          type="file"
          accept=".xlsx,.csv"
          aria-describedby={`${id}-hint`}
          disabled={state.kind === 'reading'}
          className="peer sr-only"
          onChange={(event) => {
            take(event.currentTarget.files)
            event.currentTarget.value = ''
          }}
        />
        <label
          htmlFor={id}
          className="inline-flex min-h-8 cursor-pointer items-center rounded border border-edge bg-paper px-3 text-accent peer-focus-visible:outline-2 peer-focus-visible:outline-offset-2 peer-focus-visible:outline-focus peer-disabled:cursor-not-allowed peer-disabled:text-muted hover:bg-accent-wash"
        >
          {said.drop.label}
        </label>
        <p id={`${id}-hint`} className="mt-1 text-sm text-muted">
          {said.drop.hint(formatBytes(largest))} {lead}
        </p>
        <p role="status" className="text-sm">
          {state.kind === 'reading' && said.drop.reading(state.name)}
        </p>
      </div>
    </>
  )
}

/** Sends a file. Gives the id of the proposal it became, or why it became none. */
async function send(url: string, file: File): Promise<string | Exclude<State, { kind: 'idle' | 'reading' }>> {
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/octet-stream',
        'X-File-Name': encodeURIComponent(file.name),
      },
      body: file,
    })
    const body = (await answer.json()) as { readonly proposal?: string; readonly refusal?: AnyRefusal }
    if (body.proposal !== undefined) return body.proposal
    return body.refusal === undefined ? { kind: 'failed' } : { kind: 'refused', refusal: body.refusal }
  } catch {
    return { kind: 'failed' }
  }
}
