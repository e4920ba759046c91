'use client'

import { useState } from 'react'
import { useLocale, useWords } from '@/components/ui/locale-provider'
import { refusalSentence, type AnyRefusal } from '@/lib/i18n/refusal-sentence'
import { evidence } from '@/lib/i18n/words/evidence'
import type { EvidenceTarget } from '@/lib/store/evidence-links'
import { DropZone } from './drop-zone'
import { useEvidence, useEvidenceOf, useUploadsTo } from './evidence-context'
import { ExistingFiles } from './existing-files'
import { FileLine } from './file-line'
import { UploadList } from './upload-list'

/** The files behind one figure, row or explanation: looked at, added and, in the working copy, taken out again. */
export function EvidencePanel({
  id,
  place,
  name,
  isOpen,
  isEditable,
}: {
  id: string
  place: EvidenceTarget
  /** What it is evidence of. */
  name: string
  isOpen: boolean
  /** Whether this place may be changed: after a return perhaps only some may. */
  isEditable: boolean
}) {
  const page = useEvidence()
  return (
    <section id={id} hidden={!isOpen} className="mt-2 border-t border-line pt-2">
      {page !== null && isOpen && <Open {...{ page, place, name, isEditable }} />}
    </section>
  )
}

function Open({
  page,
  place,
  name,
  isEditable,
}: {
  page: NonNullable<ReturnType<typeof useEvidence>>
  place: EvidenceTarget
  name: string
  isEditable: boolean
}) {
  const said = useWords(evidence)
  const locale = useLocale()
  const files = useEvidenceOf(place)
  const { items, add } = useUploadsTo(page.uploads, place)
  const [refusal, setRefusal] = useState<AnyRefusal | 'lost' | null>(null)
  const mayChange = page.canEdit && isEditable
  const change = async (file: string, removed: boolean) => {
    setRefusal(await page.change(place, [file], removed))
  }
  return (
    <>
      <h3 className="mb-1 text-sm font-semibold">{said.panelOf(name)}</h3>
      <div role="status" className="text-sm text-danger">
        {refusal !== null && (refusal === 'lost' ? said.failed : refusalSentence(locale, refusal))}
      </div>
      {files.length === 0 ? (
        <p className="mb-2 text-sm text-muted">{said.none}</p>
      ) : (
        <ul className="mb-2 border border-line px-2">
          {files.map((file) => (
            <FileLine key={file.file} city={page.city} file={file}>
              {mayChange && (
                <button
                  type="button"
                  aria-label={said.detachOf(file.name)}
                  onClick={() => void change(file.file, true)}
                  className="min-h-6 cursor-pointer text-danger underline underline-offset-4 print:hidden"
                >
                  {said.detach}
                </button>
              )}
            </FileLine>
          ))}
        </ul>
      )}
      <UploadList items={items.filter(({ phase }) => phase !== 'done')} uploads={page.uploads} />
      {mayChange && (
        <>
          <DropZone label={said.chooseFor(name)} room={page.room} add={add} />
          <ExistingFiles
            city={page.city}
            taken={files.map(({ file }) => file)}
            attach={(file) => change(file, false)}
          />
        </>
      )}
    </>
  )
}
