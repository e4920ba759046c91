'use client'

import Image from 'next/image'
import { useState, type ReactNode } from 'react'
import { useWords } from '@/components/ui/locale-provider'
import { formatBytes } from '@/lib/i18n/format-bytes'
import { evidence } from '@/lib/i18n/words/evidence'

const PICTURE = /\.(?:png|jpe?g|webp)$/i
const SHOWN = /\.(?:png|jpe?g|webp|pdf)$/i
const LINK = 'min-h-6 cursor-pointer text-accent underline underline-offset-4 print:hidden'

/** A file in its place: what it is, how to get it, and, where a browser can, a look at it right here. */
export function FileLine({
  city,
  file,
  isSizeBeside = false,
  children,
}: {
  city: string
  file: { readonly file: string; readonly name: string; readonly sha256: string; readonly bytes: number }
  /** Size and digest stand elsewhere in the same line. */
  isSizeBeside?: boolean
  /** What else can be done with it. */
  children?: ReactNode
}) {
  const said = useWords(evidence)
  const [isOpen, setOpen] = useState(false)
  const address = `/api/cities/${city}/files/${file.file}`
  return (
    <li className="border-b border-line py-1 last:border-b-0">
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5 text-sm">
        <span className="min-w-0 basis-40 grow wrap-anywhere">{file.name}</span>
        {!isSizeBeside && (
          <>
            <span className="figure text-muted">{formatBytes(file.bytes)}</span>
            <code title={file.sha256} className="text-xs text-muted">
              {file.sha256.slice(0, 12)}
            </code>
          </>
        )}
        {SHOWN.test(file.name) && (
          <button
            type="button"
            aria-expanded={isOpen}
            aria-label={said.previewOf(file.name)}
            onClick={() => {
              setOpen(!isOpen)
            }}
            className={LINK}
          >
            {isOpen ? said.closePreview : said.preview}
          </button>
        )}
        <a href={address} download={file.name} aria-label={said.downloadOf(file.name)} className={LINK}>
          {said.download}
        </a>
        {children}
      </div>
      {isOpen && <Preview address={`${address}/view`} name={file.name} />}
    </li>
  )
}

/** The file as the browser shows it, in a frame from which it reaches nothing. */
function Preview({ address, name }: { address: string; name: string }) {
  const said = useWords(evidence)
  const [isBroken, setBroken] = useState(false)
  if (isBroken) return <p className="my-1 text-sm text-danger">{said.noPreview}</p>
  return PICTURE.test(name) ? (
    <span className="relative my-1 block h-96 border border-line">
      <Image
        src={address}
        alt={name}
        fill
        unoptimized
        onError={() => {
          setBroken(true)
        }}
        className="object-contain object-left-top"
      />
    </span>
  ) : (
    <iframe src={address} title={name} className="my-1 h-96 w-full border border-line" />
  )
}
