'use client'

import { useId, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Select } from '@/components/ui/field'
import { useWords } from '@/components/ui/locale-provider'
import { formatBytes } from '@/lib/i18n/format-bytes'
import { evidence } from '@/lib/i18n/words/evidence'
import type { Library } from '@/lib/evidence/read-library'
import { getJson } from './upload-port'

type Listed = Pick<Library['files'][number], 'id' | 'name' | 'bytes' | 'purpose'>

/** One file may stand behind several figures: chosen among those that the city has already. */
export function ExistingFiles({
  city,
  taken,
  attach,
}: {
  city: string
  /** Files that stand here already. */
  taken: readonly string[]
  attach: (file: string) => Promise<void>
}) {
  const said = useWords(evidence)
  const id = useId()
  const [files, setFiles] = useState<readonly Listed[] | null>(null)
  const [isLost, setLost] = useState(false)
  const [chosen, setChosen] = useState('')
  const open = async () => {
    const answer = await getJson<{ files: readonly Listed[] }>(`/api/cities/${city}/files`)
    setLost(answer.kind !== 'done')
    if (answer.kind === 'done') setFiles(answer.value.files)
  }
  if (files === null) {
    return (
      <p className="text-sm print:hidden">
        <button
          type="button"
          onClick={() => void open()}
          className="min-h-6 cursor-pointer text-accent underline underline-offset-4"
        >
          {said.existing}
        </button>
        {isLost && (
          <span role="status" className="ml-2 text-danger">
            {said.failed}
          </span>
        )}
      </p>
    )
  }
  const offered = files.filter((file) => file.purpose === 'evidence' && !taken.includes(file.id))
  if (offered.length === 0) return <p className="text-sm text-muted print:hidden">{said.existingNone}</p>
  const file = offered.some((each) => each.id === chosen) ? chosen : (offered[0]?.id ?? '')
  return (
    <div className="flex flex-wrap items-end gap-2 text-sm print:hidden">
      <label htmlFor={id} className="min-w-0 grow">
        <span className="block text-muted">{said.existingLabel}</span>
        <Select
          id={id}
          // It stands where the button was that asked for it.
          autoFocus
          value={file}
          onChange={(event) => {
            setChosen(event.target.value)
          }}
        >
          {offered.map((each) => (
            <option key={each.id} value={each.id}>
              {`${each.name} (${formatBytes(each.bytes)})`}
            </option>
          ))}
        </Select>
      </label>
      <Button onClick={() => void attach(file)}>{said.attach}</Button>
    </div>
  )
}
