'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useWords } from '@/components/ui/locale-provider'
import { Uploads } from '@/lib/entry/uploads'
import { evidence } from '@/lib/i18n/words/evidence'
import { DropZone } from './drop-zone'
import { useLeaveGuard, useUploadItems } from './evidence-context'
import { UploadList } from './upload-list'
import { uploadPort } from './upload-port'

/** Uploading to the files of the city, to be attached later. */
export function LibraryUploads({ city }: { city: string }) {
  const said = useWords(evidence)
  const router = useRouter()
  const [uploads] = useState(
    () =>
      new Uploads(uploadPort(city), () => {
        router.refresh()
        return Promise.resolve({ kind: 'done', value: {} })
      }),
  )
  useLeaveGuard(uploads)
  const items = useUploadItems(uploads)
  return (
    <>
      <DropZone
        label={said.upload}
        add={(files) => {
          uploads.add(files, '')
        }}
      />
      <UploadList items={items} uploads={uploads} />
    </>
  )
}
