'use client'

import { useId, useState } from 'react'
import type { EvidenceTarget } from '@/lib/store/evidence-links'
import { EvidenceMark } from './evidence-mark'
import { EvidencePanel } from './evidence-panel'

/** A mark with its panel right below it, for where nothing else is folded away. */
export function EvidenceHere({
  place,
  name,
  isEditable,
}: {
  place: EvidenceTarget
  /** What it is evidence of. */
  name: string
  isEditable: boolean
}) {
  const id = useId()
  const [isOpen, setOpen] = useState(false)
  const panel = {
    id,
    isOpen,
    toggle: () => {
      setOpen(!isOpen)
    },
  }
  return (
    <div className="text-sm">
      <EvidenceMark place={place} name={name} panel={panel} />
      <EvidencePanel {...panel} place={place} name={name} isEditable={isEditable} />
    </div>
  )
}
