'use client'

import { useId, useState } from 'react'
import { HeardInput } from '@/components/ui/heard-controls'
import { useWords } from '@/components/ui/locale-provider'
import { formatBytes } from '@/lib/i18n/format-bytes'
import { evidence } from '@/lib/i18n/words/evidence'
import type { Room } from '@/lib/evidence/read-room'

/** Where files are dropped or chosen; several at once. */
export function DropZone({
  label,
  room,
  hint,
  add,
}: {
  label: string
  /** What may be chosen, where it is not any evidence. */
  hint?: string
  /** What the city keeps and may keep. */
  room?: Room
  add: (files: readonly File[]) => void
}) {
  const said = useWords(evidence)
  const id = useId()
  const [isOver, setOver] = useState(false)
  const take = (files: FileList | null) => {
    if (files !== null && files.length > 0) add([...files])
  }
  return (
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
      className={`mb-2 border border-dashed px-3 py-2 print:hidden ${isOver ? 'border-accent bg-accent-wash' : 'border-edge bg-paper'}`}
    >
      <span aria-hidden="true">{said.drop} </span>
      <label
        htmlFor={id}
        className="cursor-pointer text-accent underline underline-offset-4 focus-within:outline-2 focus-within:outline-offset-2 focus-within:outline-accent"
      >
        <span aria-hidden="true">{said.choose}</span>
        <span className="sr-only">{label}</span>
        <HeardInput
          id={id}
          type="file"
          multiple
          className="sr-only"
          aria-describedby={`${id}-hint`}
          onChange={(event) => {
            take(event.target.files)
            // The same file may be chosen again, to go on.
            event.target.value = ''
          }}
        />
      </label>
      <p id={`${id}-hint`} className="text-sm text-muted">
        {hint ?? said.hint}
        {room !== undefined && ` ${said.room(formatBytes(Math.max(0, room.allowedBytes - room.usedBytes)))}`}
      </p>
    </div>
  )
}
