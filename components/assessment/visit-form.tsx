'use client'

import { useState } from 'react'
import { DropZone } from '@/components/evidence/drop-zone'
import { useLeaveGuard, useUploadItems } from '@/components/evidence/evidence-context'
import { FileLine } from '@/components/evidence/file-line'
import { UploadList } from '@/components/evidence/upload-list'
import { uploadPort } from '@/components/evidence/upload-port'
import { Button } from '@/components/ui/button'
import { Field, TextArea, TextInput } from '@/components/ui/field'
import { useWords } from '@/components/ui/locale-provider'
import { Uploads } from '@/lib/entry/uploads'
import { evaluation } from '@/lib/i18n/words/evaluation'
import type { VisitWording } from '@/lib/store/evaluation-record'
import type { FormAction } from '@/lib/web/form-state'
import { DeedForm } from './deed-form'

/** Notes a visit, or corrects one: with photographs, which are uploaded as they are chosen and go with the note when it is saved. */
export function VisitForm({
  note,
  hidden,
  today,
  last,
}: {
  note: FormAction
  hidden: Readonly<Record<'city' | 'round', string>>
  today: string
  /** The wording that is corrected; null for a new visit. */
  last: VisitWording | null
}) {
  const said = useWords(evaluation).visit
  const [photos, setPhotos] = useState<readonly Omit<VisitWording['photos'][number], 'sha256'>[]>(
    last?.photos ?? [],
  )
  const [uploads] = useState(
    () =>
      new Uploads(uploadPort(hidden.city), ({ name, bytes }, file) => {
        setPhotos((taken) =>
          taken.some((each) => each.file === file) ? taken : [...taken, { file, name, bytes }],
        )
        return Promise.resolve({ kind: 'done', value: {} })
      }),
  )
  useLeaveGuard(uploads)
  const items = useUploadItems(uploads).filter(({ phase }) => phase !== 'done')
  const id = (field: string) => `visit-${last?.visit ?? 'new'}-${field}`
  const particulars = { ...hidden, visit: last?.visit ?? '', shown: String(last?.seq ?? 0) }
  return (
    <DeedForm
      action={note}
      hidden={particulars}
      label={last === null ? said.save : said.saveCorrection}
      field={id('place')}
      variant={last === null ? 'primary' : 'secondary'}
      className="max-w-4xl"
    >
      <div className="gap-x-4 sm:grid sm:grid-cols-[minmax(0,1fr)_12rem]">
        <Field id={id('place')} label={said.place}>
          {(control) => <TextInput {...control} name="place" required defaultValue={last?.place ?? ''} />}
        </Field>
        <Field id={id('day')} label={said.visitedOn}>
          {(control) => (
            <TextInput
              {...control}
              type="date"
              name="visitedOn"
              required
              max={today}
              defaultValue={last?.visitedOn ?? today}
            />
          )}
        </Field>
      </div>
      <Field id={id('met')} label={said.met}>
        {(control) => <TextInput {...control} name="met" required defaultValue={last?.met ?? ''} />}
      </Field>
      <Field id={id('note')} label={said.note}>
        {(control) => <TextArea {...control} name="note" rows={4} required defaultValue={last?.note ?? ''} />}
      </Field>
      <p className="font-semibold">{said.photos}</p>
      <ul className="my-1">
        {photos.map((photo) => (
          <FileLine key={photo.file} city={hidden.city} file={{ ...photo, sha256: '' }} isSizeBeside>
            <input type="hidden" name="photos" value={photo.file} />
            <Button
              variant="quiet"
              className="min-h-6! px-1! text-sm!"
              aria-label={said.removeOf(photo.name)}
              onClick={() => {
                setPhotos(photos.filter(({ file }) => file !== photo.file))
              }}
            >
              {said.remove}
            </Button>
          </FileLine>
        ))}
      </ul>
      <DropZone
        label={said.photosOf(last?.place ?? said.add)}
        hint={said.photoHint}
        add={(files) => {
          uploads.add(files, '')
        }}
      />
      <UploadList items={items} uploads={uploads} />
      {last !== null && (
        <Field id={id('reason')} label={said.reason}>
          {(control) => <TextArea {...control} name="reason" rows={2} required />}
        </Field>
      )}
    </DeedForm>
  )
}
