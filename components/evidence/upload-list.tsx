'use client'

import { Button } from '@/components/ui/button'
import { useLocale, useWords } from '@/components/ui/locale-provider'
import type { UploadItem } from '@/lib/entry/upload-item'
import type { Uploads } from '@/lib/entry/uploads'
import { formatBytes } from '@/lib/i18n/format-bytes'
import { refusalSentence } from '@/lib/i18n/refusal-sentence'
import { evidence } from '@/lib/i18n/words/evidence'

const STOPPABLE = ['reading', 'waiting', 'sending', 'offline']
const RESUMABLE = ['paused', 'signedOut']
const OVER = ['done', 'refused', 'unreadable']

/** Files on their way: how far each has come, and what can be done about it. What happens is told to those who listen. */
export function UploadList({ items, uploads }: { items: readonly UploadItem[]; uploads: Uploads }) {
  const said = useWords(evidence)
  if (items.length === 0) return null
  return (
    <ul aria-label={said.uploads} className="mb-2 border border-line">
      {items.map((item) => (
        <UploadLine key={item.key} item={item} uploads={uploads} />
      ))}
    </ul>
  )
}

function UploadLine({ item, uploads }: { item: UploadItem; uploads: Uploads }) {
  const said = useWords(evidence)
  const locale = useLocale()
  const { key, name, bytes, phase, progress, refusal } = item
  const isWrong = ['refused', 'unreadable', 'signedOut'].includes(phase)
  const shown = phase === 'done' || phase === 'finishing' ? bytes : progress
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line px-2 py-1 last:border-b-0">
      <span className="min-w-0 flex-1 basis-48 truncate" title={name}>
        {name}
      </span>
      {!OVER.includes(phase) && (
        <>
          <progress
            aria-label={said.progressOf(name)}
            max={bytes}
            value={shown}
            className="h-2 w-28 accent-accent"
          />
          <span className="figure text-sm text-muted">
            {said.progress(formatBytes(shown), formatBytes(bytes))}
          </span>
        </>
      )}
      <span role="status" className={`text-sm ${isWrong ? 'basis-full text-danger' : 'text-muted'}`}>
        {refusal === null || phase === 'signedOut' ? said.phase[phase] : refusalSentence(locale, refusal)}
        {phase === 'signedOut' && (
          <>
            {' '}
            <a href="/sign-in" target="_blank" rel="noopener">
              {said.signIn}
            </a>
          </>
        )}
      </span>
      <span className="ml-auto flex gap-1">
        {STOPPABLE.includes(phase) && <Deed of={key} label={said.pause} name={name} run={uploads.stop} />}
        {RESUMABLE.includes(phase) && <Deed of={key} label={said.goOn} name={name} run={uploads.goOn} />}
        {phase !== 'finishing' && (
          <Deed
            of={key}
            label={OVER.includes(phase) ? said.clear : said.cancel}
            name={name}
            run={uploads.cancel}
          />
        )}
      </span>
    </li>
  )
}

function Deed({
  of,
  label,
  name,
  run,
}: {
  /** Key of the upload. */
  of: string
  label: string
  name: string
  run: (key: string) => void
}) {
  const said = useWords(evidence)
  return (
    <Button
      variant="quiet"
      className="min-h-6! px-1! text-sm!"
      aria-label={said.of(label, name)}
      onClick={() => {
        run(of)
      }}
    >
      {label}
    </Button>
  )
}
