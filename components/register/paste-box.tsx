'use client'

import { memo, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/disclosure'
import { Field, TextArea } from '@/components/ui/field'
import { useWords } from '@/components/ui/locale-provider'
import { registerDeeds } from '@/lib/i18n/words/register-deeds'

/** A box to paste several rows into, for those who do not paste into the grid itself. */
export const PasteBox = memo(function PasteBox({ onRead }: { onRead: (text: string) => void }) {
  const { paste } = useWords(registerDeeds)
  const [text, setText] = useState('')
  return (
    <Disclosure summary={paste.title} className="my-2 print:hidden">
      <Field id="paste-box" label={paste.box} hint={paste.hint}>
        {(control) => (
          <TextArea
            {...control}
            rows={4}
            className="font-mono"
            value={text}
            onChange={(event) => {
              setText(event.target.value)
            }}
          />
        )}
      </Field>
      <Button
        disabled={text.trim() === ''}
        onClick={() => {
          onRead(text)
          setText('')
        }}
      >
        {paste.read}
      </Button>
    </Disclosure>
  )
})
