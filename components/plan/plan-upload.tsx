'use client'

import { useRouter } from 'next/navigation'
import { useId, useState } from 'react'
import { problemSentence } from '@/components/imports/problem-sentence'
import { Banner } from '@/components/ui/banner'
import { HeardInput } from '@/components/ui/heard-controls'
import { useLocale, useWords } from '@/components/ui/locale-provider'
import { RefusalNotice } from '@/components/ui/refusal-notice'
import { Cell, ColumnHead, RowHead, Table } from '@/components/ui/table'
import type { AnyRefusal } from '@/lib/i18n/refusal-sentence'
import { plan } from '@/lib/i18n/words/plan'
import type { Problem } from '@/lib/imports/reading'

/** What the portal answers to a file that was taken over, or not. */
interface Outcome {
  readonly added: number
  readonly changed: number
  readonly unchanged: number
  readonly kept: number
  readonly problems: readonly Problem[]
}

type State =
  | { readonly kind: 'idle' | 'failed' }
  | { readonly kind: 'reading'; readonly name: string }
  | { readonly kind: 'refused'; readonly refusal: AnyRefusal }
  | { readonly kind: 'read'; readonly outcome: Outcome }

const LISTED = 100

/** Takes a table over wholly or not at all, and shows everything that is wrong with it by cell. */
export function PlanUpload({ url }: { url: string }) {
  const said = useWords(plan).upload
  const router = useRouter()
  const id = useId()
  const [state, setState] = useState<State>({ kind: 'idle' })
  const take = async (file: File | null): Promise<void> => {
    if (file === null) return
    setState({ kind: 'reading', name: file.name })
    setState(await send(url, file))
    router.refresh()
  }
  return (
    <>
      {state.kind === 'refused' && <RefusalNotice refusal={state.refusal} />}
      {state.kind === 'failed' && (
        <Banner tone="danger" live>
          {said.failed}
        </Banner>
      )}
      {state.kind === 'read' && <Read outcome={state.outcome} />}
      <label htmlFor={id} className="block font-semibold">
        {said.choose}
      </label>
      <HeardInput
        id={id}
        type="file"
        accept=".xlsx,.csv"
        disabled={state.kind === 'reading'}
        className="control max-w-full"
        onChange={(event) => {
          void take(event.currentTarget.files?.item(0) ?? null)
          event.currentTarget.value = ''
        }}
      />
      <p role="status" className="text-sm">
        {state.kind === 'reading' && said.reading(state.name)}
      </p>
    </>
  )
}

function Read({ outcome: { added, changed, unchanged, kept, problems } }: { outcome: Outcome }) {
  const said = useWords(plan).upload
  const locale = useLocale()
  if (problems.length === 0) {
    return (
      <Banner tone="done" live>
        {said.done(String(added), String(changed), String(unchanged), String(kept))}
      </Banner>
    )
  }
  return (
    <>
      <Banner tone="danger" live>
        {said.refused(String(problems.length))}
      </Banner>
      <Table label={said.problem} boxClassName="max-h-[50vh] mb-4">
        <thead>
          <tr>
            <ColumnHead>{said.place}</ColumnHead>
            <ColumnHead>{said.got}</ColumnHead>
            <ColumnHead>{said.problem}</ColumnHead>
          </tr>
        </thead>
        <tbody>
          {problems.slice(0, LISTED).map((problem, i) => (
            <tr key={i}>
              <RowHead className="whitespace-nowrap">
                {problem.sheet} <strong>{problem.cell}</strong>
              </RowHead>
              <Cell className="wrap-anywhere">{problem.got}</Cell>
              <Cell>{problemSentence(locale, problem)}</Cell>
            </tr>
          ))}
        </tbody>
      </Table>
      {problems.length > LISTED && <p>{said.more(String(problems.length - LISTED))}</p>}
    </>
  )
}

async function send(url: string, file: File): Promise<State> {
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/octet-stream',
        'X-File-Name': encodeURIComponent(file.name),
      },
      body: file,
    })
    const body = (await answer.json()) as Partial<Outcome> & { readonly refusal?: AnyRefusal }
    if (body.refusal !== undefined) return { kind: 'refused', refusal: body.refusal }
    return body.problems === undefined ? { kind: 'failed' } : { kind: 'read', outcome: body as Outcome }
  } catch {
    return { kind: 'failed' }
  }
}
