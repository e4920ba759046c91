'use client'

import { useEffect, useRef } from 'react'
import { moveFocus } from '@/components/ui/arrival'
import { Banner } from '@/components/ui/banner'
import { DescriptionList } from '@/components/ui/description-list'
import { useWords } from '@/components/ui/locale-provider'
import { admin } from '@/lib/i18n/words/admin'

/** A password that is shown this once. The focus comes here, so that nobody overlooks it. */
export function OneTimePassword({
  title,
  shown,
}: {
  title: string
  shown: Readonly<Record<string, string>>
}) {
  const said = useWords(admin).oneTime
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    moveFocus(box.current)
  }, [shown])
  return (
    <div ref={box} tabIndex={-1}>
      <Banner tone="done" live title={title}>
        <DescriptionList
          className="my-2"
          items={[
            { term: said.login, value: <code className="font-mono text-lg select-all">{shown.login}</code> },
            {
              term: said.password,
              value: <code className="font-mono text-lg select-all">{shown.password}</code>,
            },
          ]}
        />
        <p>{said.text(shown.days ?? '')}</p>
      </Banner>
    </div>
  )
}
